package dev.haetae.worker.judge;

import dev.haetae.common.TestResult.Reason;
import dev.haetae.common.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What one test's run is worth.
 *
 * @param reason where the verdict alone leaves it open
 * @param judgeFeedback what the validator says to the jury, when it was the one to decide
 */
record Judgement(
        Verdict verdict, @Nullable Reason reason, @Nullable String judgeFeedback) {

    static Judgement of(Verdict verdict) {
        return new Judgement(verdict, null, null);
    }

    static Judgement of(Verdict verdict, Reason reason) {
        return new Judgement(verdict, reason, null);
    }
}
