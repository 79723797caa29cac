package dev.haetae.api.problem;

import dev.haetae.api.problem.ProblemSettings.Factors;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be changed of a problem, or what a new one is to be; what is absent stays as it is, or is as by default. What
 * {@code GET /admin/problems/{slug}} answers can be sent back.
 *
 * @param version from which the change starts; required for a change, here, as {@code ?version=} or by {@code If-Match}
 * @param slug 1 to 64 lower-case letters, digits and hyphens; required for a new problem, and fixed from then on
 * @param owner a username; only an administrator may give a problem to somebody else
 * @param title 1 to 200 characters of plain text; required for a new problem
 * @param visibility {@code PUBLIC} or {@code HIDDEN}; a new problem is hidden by default
 * @param embargoUntil before when nobody but its editors sees the problem, though it is public; null lifts it
 * @param difficulty 1 to 5; null takes it away
 * @param tags up to 32 of 1 to 64 characters
 * @param statements all of them, the best language first
 * @param limits those that are to change; a time limit that is changed is from then on one set by hand, to which each
 *     language's factors of {@code languages.yaml} apply where the problem sets none
 * @param languages ids of the languages that it takes; empty for all that are configured
 * @param languageFactors all of them, by the language's id
 * @param feedbackPolicy a name of {@link FeedbackPolicy}
 */
record ProblemEdit(
        @Nullable Integer version,
        @Nullable String slug,
        @Nullable String owner,
        @Nullable String title,
        @Nullable String visibility,

        @Schema(
                types = {"string", "null"},
                format = "date-time")
        @Nullable
        Optional<Instant> embargoUntil,

        @Schema(types = {"integer", "null"}) @Nullable Optional<Integer> difficulty,
        @Nullable List<@Nullable String> tags,
        @Nullable List<@Nullable StatementEdit> statements,
        @Nullable LimitsEdit limits,
        @Nullable List<@Nullable String> languages,
        @Nullable Map<String, @Nullable Factors> languageFactors,
        @Nullable String feedbackPolicy) {

    /**
     * A statement in one language.
     *
     * @param language ISO 639 code, optionally with a country: {@code en}, {@code pt-BR}
     * @param markup {@code MARKDOWN} (by default) or {@code TEX}; {@code PDF} keeps the PDF that the problem has in this
     *     language
     * @param source its text, up to 1 MiB; none of a PDF
     */
    record StatementEdit(
            @Nullable String language,
            @Nullable String markup,
            @Nullable String source) {}

    /** Limits of a submission before any language's factors; null leaves one as it is. */
    record LimitsEdit(
            @Nullable Long timeMillis,
            @Nullable Long memoryBytes,
            @Nullable Long outputBytes,
            @Nullable Long codeBytes,
            @Nullable Long compileTimeMillis,
            @Nullable Long compileMemoryBytes) {

        static final LimitsEdit NOTHING = new LimitsEdit(null, null, null, null, null, null);
    }
}
