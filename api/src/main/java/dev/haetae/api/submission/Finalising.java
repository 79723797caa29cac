package dev.haetae.api.submission;

import dev.haetae.api.judge.JudgeQueue;
import dev.haetae.api.judge.JudgingReissued;
import dev.haetae.api.judge.JudgingsReported;
import dev.haetae.api.problem.JudgedCount;
import dev.haetae.api.problem.Problems;
import dev.haetae.api.submission.SubmissionStore.Ended;
import dev.haetae.common.JudgeReport;
import dev.haetae.common.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives submissions their verdict, inside the transaction that ends the judging. */
@Component
class Finalising {

    private final SubmissionStore store;
    private final Problems problems;
    private final JudgeQueue queue;

    Finalising(SubmissionStore store, Problems problems, JudgeQueue queue) {
        this.store = store;
        this.problems = problems;
        this.queue = queue;
    }

    @EventListener
    void on(JudgingsReported event) {
        List<JudgedCount> counts = new ArrayList<>();
        for (JudgeReport report : event.reports()) {
            store.finish(Ends.of(report)).map(Finalising::count).ifPresent(counts::add);
        }
        problems.recordJudged(counts);
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
