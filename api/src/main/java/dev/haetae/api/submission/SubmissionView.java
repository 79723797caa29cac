package dev.haetae.api.submission;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.haetae.common.Head;
import dev.haetae.common.TestResult.Reason;
import dev.haetae.common.Verdict;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A submission read alone: its summary, what its compiler said, and its finished tests.
 *
 * @param tests in judging order, as far as the reader may see them
 */
record SubmissionView(
        @JsonUnwrapped SubmissionSummary summary, @Nullable String compilerOutput, List<TestView> tests) {

    /**
     * One test that was run, or left out; what the reader may not see of a hidden one is null.
     *
     * @param verdict null when it was left out
     * @param skipped why it was left out, or null
     * @param hint what its author has to say to who fails it, or null
     */
    record TestView(
            int index,
            String name,
            String group,
            @Nullable Verdict verdict,
            @Nullable BigDecimal score,
            @Nullable BigDecimal maxScore,
            @Nullable String skipped,
            @Nullable Reason reason,
            @Nullable Integer exitCode,
            @Nullable Integer signal,
            @Nullable Long timeMillis,
            @Nullable Long wallMillis,
            @Nullable Long memoryBytes,
            @Nullable String feedback,
            @Nullable String hint,
            @Nullable String judgeFeedback,
            List<PassView> passes,
            @Nullable Head input,
            @Nullable Head expected,
            @Nullable Head output,
            @Nullable Head stderr) {}

    /** One run of a test. */
    record PassView(
            int index,
            long timeMillis,
            long memoryBytes,
            @Nullable Integer exitCode) {}
}
