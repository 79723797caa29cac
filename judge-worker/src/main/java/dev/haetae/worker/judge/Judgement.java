package dev.haetae.worker.judge;

import dev.haetae.common.TestResult.Reason;
import dev.haetae.common.Verdict;
import dev.haetae.common.scoring.Claim;
import dev.haetae.worker.checker.Feedback;
import org.jspecify.annotations.Nullable;

/**
 * What one test's run is worth.
 *
 * @param reason where the verdict alone leaves it open
 * @param feedback what the validator says, when it was the one to decide
 * @param claim what the validator says that it is worth, when it was the one to decide
 */
record Judgement(Verdict verdict, @Nullable Reason reason, Feedback feedback, Claim claim) {

    static Judgement of(Verdict verdict) {
        return new Judgement(verdict, null, Feedback.NONE, Claim.NOTHING);
    }

    static Judgement of(Verdict verdict, Reason reason) {
        return new Judgement(verdict, reason, Feedback.NONE, Claim.NOTHING);
    }
}
