package dev.haetae.api.submission;

import dev.haetae.api.web.RefusedException;
import dev.haetae.common.Limits;
import dev.haetae.common.SourceFile;
import dev.haetae.common.language.Language;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body of a submission as a client sends it: one source, or files.
 *
 * @param source the text of the only file
 * @param files the files, with their names
 * @param entryPoint what to start, where the language's rules would find something else
 * @param answers of an output-only problem
 */
public record NewSubmission(
        @Nullable String language,
        @Nullable String source,
        @Nullable List<@Nullable NewFile> files,
        @Nullable String entryPoint,
        @Nullable List<@Nullable NewAnswer> answers) {

    /** One file: its content as text, or as Base64 of its bytes. */
    public record NewFile(@Nullable String name, @Nullable String content, byte @Nullable [] contentBase64) {

        byte @Nullable [] bytes() {
            return content != null ? content.getBytes(StandardCharsets.UTF_8) : contentBase64;
        }
    }

    /** The answer to one test of an output-only problem. */
    public record NewAnswer(@Nullable String test, @Nullable String content, byte @Nullable [] contentBase64) {

        byte @Nullable [] bytes() {
            return content != null ? content.getBytes(StandardCharsets.UTF_8) : contentBase64;
        }
    }

    /**
     * The files to compile, checked.
     *
     * @throws RefusedException when a rule about a field is broken, naming every such field
     */
    public List<SourceFile> sources(Language language) {
        return new NewSources(this, language).checked();
    }

    /**
     * The answers, checked, each under the name of its test.
     *
     * @param tests the names of the problem's tests
     * @throws RefusedException when a rule about a field is broken, naming every such field
     */
    public List<SourceFile> answers(Set<String> tests) {
        return new NewAnswers(this, tests).checked();
    }

    /**
     * Bounds the sources.
     *
     * @throws RefusedException when they are larger than the code limit
     */
    public static void requireWithin(Limits limits, List<SourceFile> files) {
        long bytes = files.stream().mapToLong(file -> file.content().length).sum();
        if (bytes > limits.codeBytes()) {
            throw RefusedException.tooLarge(
                    "The source has " + bytes + " bytes; this problem takes at most " + limits.codeBytes() + ".");
        }
    }
}
