package dev.haetae.api.submission;

import dev.haetae.common.GroupResult;
import dev.haetae.common.JudgeReport;
import dev.haetae.common.SkippedTest;
import dev.haetae.common.TestResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a submission's row keeps of its report, as JSON.
 *
 * @param tests those that were run, in order
 * @param skipped those that a scoring problem has left out, in order; null for none
 * @param groups what a scoring problem's groups have come to; null in other problems
 * @param worker who judged
 * @param compiler its version
 * @param sandbox what enforced the limits
 */
record StoredResult(
        List<TestResult> tests,
        @Nullable List<SkippedTest> skipped,
        @Nullable List<GroupResult> groups,
        String worker,
        @Nullable String compiler,
        String sandbox) {

    StoredResult {
        tests = List.copyOf(tests);
        skipped = skipped == null ? null : List.copyOf(skipped);
        groups = groups == null ? null : List.copyOf(groups);
    }

    /** Of a judging in which no test was run. */
    static StoredResult without(JudgeReport report, @Nullable String compiler) {
        return new StoredResult(List.of(), null, null, report.worker(), compiler, report.sandbox());
    }
}
