package dev.haetae.common.packages;

import dev.haetae.common.Limits;
import dev.haetae.common.ValidationLimits;
import dev.haetae.common.language.Languages;
import dev.haetae.common.verification.TimeMargins;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code problem.yaml} says in the format 2025-09.
 *
 * @param name the problem's title, the English one if there is one, or null
 * @param origin who made it
 * @param keywords what it is about
 * @param languages ids of the languages that it may be solved in; empty for all
 * @param embargoUntil before which nobody may see it but its author, or null
 * @param limits of a submission
 * @param timeLimitSource where the time limit comes from
 * @param margins from which it is derived where there is none
 * @param validationLimits of an output validator
 * @param interactive whether the output validator talks with the program
 * @param scoring whether a submission gets a score
 * @param passes how often a program may be run for a test; 0 where answers are submitted
 * @param writesFiles whether programs may write in their work directory
 */
record Icpc2025Metadata(
        @Nullable String name,
        Origin origin,
        List<String> keywords,
        List<String> languages,
        @Nullable Instant embargoUntil,
        Limits limits,
        TimeLimitSource timeLimitSource,
        TimeMargins margins,
        ValidationLimits validationLimits,
        boolean interactive,
        boolean scoring,
        int passes,
        boolean writesFiles) {

    private static final String MULTI_PASS = "multi-pass";
    private static final String PASS_FAIL = "pass-fail";
    private static final String SCORING = "scoring";
    private static final String SUBMIT_ANSWER = "submit-answer";
    private static final List<String> TYPES = List.of(PASS_FAIL, SCORING, "interactive", MULTI_PASS, SUBMIT_ANSWER);
    private static final String ALL = "all";

    /** Reads the metadata; what it returns counts only if nothing was refused. */
    static Icpc2025Metadata read(PackageTree tree, YamlKeys keys, Findings findings) throws IOException {
        List<String> types = types(keys);
        YamlKeys limits = keys.map("limits");
        TimeLimit time = TimeLimit.read(tree, limits, IniFile.read(tree, findings), findings);
        Icpc2025Metadata metadata = new Icpc2025Metadata(
                keys.anyText("name", "en"),
                origin(keys),
                keys.words("keywords"),
                languages(keys, findings),
                embargo(keys),
                LimitKeys.submission(limits, time.millis()),
                types.contains(SUBMIT_ANSWER) ? time.sourceWithoutPrograms() : time.source(),
                LimitKeys.margins(limits),
                LimitKeys.validation(limits),
                types.contains("interactive"),
                types.contains(SCORING),
                types.contains(SUBMIT_ANSWER) ? 0 : LimitKeys.passes(limits, types.contains(MULTI_PASS)),
                keys.flag("allow_file_writing"));
        keys.ignore("problem_format_version", "version");
        limits.warnOfTheRest();
        keys.warnOfTheRest();
        return metadata;
    }

    private static List<String> types(YamlKeys keys) {
        List<String> types = keys.words("type");
        for (String type : types) {
            if (!TYPES.contains(type)) {
                keys.refuse(
                        "type",
                        YamlKeys.shortened(type) + " is not supported yet, only " + String.join(", ", TYPES) + " are");
            }
        }
        if (types.contains(SCORING) && types.contains(PASS_FAIL)) {
            keys.refuse("type", "cannot be both pass-fail and scoring");
        }
        for (String other : List.of("interactive", MULTI_PASS)) {
            if (types.contains(SUBMIT_ANSWER) && types.contains(other)) {
                keys.refuse("type", SUBMIT_ANSWER + " does not go with " + other);
            }
        }
        return types;
    }

    /** Whether the answers to the tests are submitted, in place of a program. */
    boolean takesAnswers() {
        return passes == 0;
    }

    /** A date, at whose beginning it ends, or a date and a time, both in UTC. */
    private static @Nullable Instant embargo(YamlKeys keys) {
        String text = keys.text("embargo_until");
        if (text == null) {
            return null;
        }
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            keys.refuse(
                    "embargo_until",
                    "has to be a date such as 2026-01-31 or 2026-01-31T12:00:00Z, not " + YamlKeys.shortened(text));
            return null;
        }
    }

    private static Origin origin(YamlKeys keys) {
        return new Origin(
                keys.text("uuid"),
                joined(keys.isMap("credits") ? authors(keys.map("credits")) : keys.names("credits")),
                joined(keys.names("source")),
                keys.isMap("source") ? keys.map("source").text("url") : null,
                keys.text("license"),
                keys.text("rights_owner"));
    }

    private static List<String> authors(YamlKeys credits) {
        List<String> authors = credits.names("authors");
        credits.ignore("contributors", "testers", "translators", "packagers", "acknowledgements");
        credits.warnOfTheRest();
        return authors;
    }

    private static @Nullable String joined(List<String> names) {
        return names.isEmpty() ? null : String.join(", ", names);
    }

    private static List<String> languages(YamlKeys keys, Findings findings) {
        List<String> known = new ArrayList<>();
        List<String> wanted = keys.words("languages");
        for (String language : wanted) {
            if (Languages.all().find(language).isPresent()) {
                known.add(language);
            } else if (!language.equals(ALL)) {
                findings.warn(
                        LegacyMetadata.FILE,
                        keys.line("languages"),
                        "there is no language " + YamlKeys.shortened(language) + " here");
            }
        }
        if (known.isEmpty() && !wanted.isEmpty() && !wanted.contains(ALL)) {
            keys.refuse("languages", "has no language that is known here");
        }
        return wanted.contains(ALL) ? List.of() : known;
    }
}
