package dev.haetae.api.submission;

import dev.haetae.common.TestResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a submission's row keeps of its report, as JSON.
 *
 * @param tests those that were run, in order
 * @param worker who judged
 * @param compiler its version
 * @param sandbox what enforced the limits
 */
record StoredResult(
        List<TestResult> tests, String worker, @Nullable String compiler, String sandbox) {

    StoredResult {
        tests = List.copyOf(tests);
    }
}
