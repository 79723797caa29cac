package dev.haetae.api.submission;

import dev.haetae.api.judge.JudgeQueue;
import dev.haetae.api.judge.JudgingReissued;
import dev.haetae.api.judge.JudgingsReported;
import dev.haetae.api.submission.SubmissionStore.Ended;
import dev.haetae.common.JudgeReport;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives submissions their verdict, inside the transaction that ends the judging. */
@Component
class Finalising {

    private final SubmissionStore store;
    private final JudgeQueue queue;

    Finalising(SubmissionStore store, JudgeQueue queue) {
        this.store = store;
        this.queue = queue;
    }

    @EventListener
    void on(JudgingsReported event) {
        List<Ended> ended = new ArrayList<>();
        for (JudgeReport report : event.reports()) {
            store.finish(Ends.of(report)).ifPresent(ended::add);
        }
    }

    @EventListener
    void on(JudgingReissued event) {
        if (!store.reissued(event.submissionId(), event.attempt())) {
            queue.withdraw(event.submissionId());
        }
    }
}
