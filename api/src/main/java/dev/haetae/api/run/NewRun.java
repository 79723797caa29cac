package dev.haetae.api.run;

import dev.haetae.api.submission.NewSubmission;
import dev.haetae.api.submission.NewSubmission.NewFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a run as a client sends it: a source or files as of a submission, and the input.
 *
 * @param stdin what the program reads from its standard input; nothing when it is missing
 * @param problem whose limits count, or null for those of a problem that sets none
 * @param sample of that problem, by its name ({@code sample/1} or {@code 1}), to be run on instead of {@code stdin}: with its interactor, arguments
 *     and files; of an interactive problem it is the first when there is no {@code stdin} either
 */
record NewRun(
        @Nullable String language,
        @Nullable String source,
        @Nullable List<@Nullable NewFile> files,
        @Nullable String entryPoint,
        @Nullable String stdin,
        @Nullable String problem,
        @Nullable String sample) {

    NewSubmission program() {
        return new NewSubmission(language, source, files, entryPoint, null);
    }
}
