package dev.haetae.api.submission;

import dev.haetae.api.judge.JudgeQueue;
import dev.haetae.api.judge.JudgingReissued;
import dev.haetae.api.judge.JudgingsReported;
import dev.haetae.api.problem.JudgedCount;
import dev.haetae.api.problem.Problems;
import dev.haetae.api.submission.SubmissionStore.Ended;
import dev.haetae.common.JudgeReport;
import dev.haetae.common.Verdict;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Gives submissions their verdict, inside the transaction that ends the judging. */
@Component
class Finalising {

    private final SubmissionStore store;
    private final Problems problems;
    private final JudgeQueue queue;
    private final MeterRegistry metrics;

    Finalising(SubmissionStore store, Problems problems, JudgeQueue queue, MeterRegistry metrics) {
        this.store = store;
        this.problems = problems;
        this.queue = queue;
        this.metrics = metrics;
    }

    @EventListener
    void on(JudgingsReported event) {
        List<Ended> ended = new ArrayList<>();
        for (JudgeReport report : event.reports()) {
            store.finish(Ends.of(report)).ifPresent(ended::add);
        }
        problems.recordJudged(ended.stream().map(Finalising::count).toList());
        showAfterCommit(ended);
    }

    private void showAfterCommit(List<Ended> ended) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                for (Ended end : ended) {
                    metrics.counter(
                                    "haetae.submissions",
                                    "language",
                                    end.language(),
                                    "verdict",
                                    end.verdict().name())
                            .increment();
                }
            }
        });
    }

    private static JudgedCount count(Ended ended) {
        return new JudgedCount(ended.problemId(), ended.userId(), ended.verdict() == Verdict.ACCEPTED);
    }

    @EventListener
    void on(JudgingReissued event) {
        if (!store.reissued(event.submissionId(), event.attempt()) && store.isThere(event.submissionId())) {
            queue.withdraw(event.submissionId());
        }
    }
}
