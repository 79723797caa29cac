package dev.haetae.api.judge;

import dev.haetae.common.JudgeReport;
import java.util.List;

/**
 * Judgings have ended. Published inside the transaction that ends them, on the same thread: what a listener writes is committed
 * with the end or not at all. Each judging ends once.
 *
 * @param reports how they ended, ordered by submission
 */
public record JudgingsReported(List<JudgeReport> reports) {

    public JudgingsReported {
        reports = List.copyOf(reports);
    }
}
