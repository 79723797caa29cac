package dev.haetae.api.run;

import dev.haetae.common.TestResult.Reason;
import dev.haetae.common.Verdict;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run as the contract shows it; everything from the verdict on is null until it has ended.
 *
 * @param status {@code QUEUED}, {@code RUNNING} or {@code DONE}
 * @param verdict ACCEPTED when the program ended well within its limits: nothing was compared, unless there is a transcript
 * @param stdout the first 64 KiB
 * @param stderr the first 64 KiB
 * @param transcript what an interactor and the program said to each other, in lines that begin with {@code <} and {@code >}, the first 64
 *     KiB; null where there is none
 * @param feedback what the interactor said to the student
 * @param detail of a JUDGE_ERROR, for administrators
 */
record RunView(
        UUID id,
        String status,
        String language,
        @Nullable Verdict verdict,
        @Nullable Reason reason,
        @Nullable Integer exitCode,
        @Nullable Integer signal,
        @Nullable String stdout,
        @Nullable Boolean stdoutTruncated,
        @Nullable String stderr,
        @Nullable Boolean stderrTruncated,
        @Nullable String transcript,
        @Nullable Boolean transcriptTruncated,
        @Nullable String feedback,
        @Nullable String compilerOutput,
        @Nullable Long timeMillis,
        @Nullable Long wallMillis,
        @Nullable Long memoryBytes,
        @Nullable String detail,
        Instant requestedAt) {

    static RunView unfinished(UUID id, String status, String language, Instant requestedAt) {
        return new RunView(
                id,
                status,
                language,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                requestedAt);
    }

    /** One that has a verdict and never ran. */
    static RunView notRun(UUID id, String language, Verdict verdict, String compilerOutput, Instant requestedAt) {
        return new RunView(
                id,
                "DONE",
                language,
                verdict,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                compilerOutput,
                null,
                null,
                null,
                null,
                requestedAt);
    }

    RunView withDetail(String cause) {
        return new RunView(
                id,
                status,
                language,
                verdict,
                reason,
                exitCode,
                signal,
                stdout,
                stdoutTruncated,
                stderr,
                stderrTruncated,
                transcript,
                transcriptTruncated,
                feedback,
                compilerOutput,
                timeMillis,
                wallMillis,
                memoryBytes,
                cause,
                requestedAt);
    }
}
