package dev.haetae.api.submission;

import dev.haetae.api.judge.JudgeQueue;
import dev.haetae.api.judge.Urgency;
import dev.haetae.api.problem.JudgeableProblem;
import dev.haetae.api.problem.ProblemChanged;
import dev.haetae.api.problem.Problems;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has submissions judged that waited for their problem's time limit. A problem without one makes them wait on: they are judged on its next
 * version that has one, or withdrawn.
 */
@Component
class Waiting {

    private final SubmissionStore store;
    private final Problems problems;
    private final JudgeQueue queue;

    Waiting(SubmissionStore store, Problems problems, JudgeQueue queue) {
        this.store = store;
        this.problems = problems;
        this.queue = queue;
    }

    @EventListener
    void on(ProblemChanged event) {
        if (store.isAwaited(event.problem())) {
            problems.ready(event.problem()).ifPresent(this::judge);
        }
    }

    private void judge(JudgeableProblem problem) {
        for (Written waiting : store.release(problem, problem.limits().keySet())) {
            queue.enqueue(waiting.request(problem, store.files(waiting.id())), Urgency.LIVE);
        }
    }
}
