package dev.haetae.api.verification;

import dev.haetae.api.judge.JudgeQueue;
import dev.haetae.api.judge.JudgingsReported;
import dev.haetae.api.judge.Urgency;
import dev.haetae.api.problem.InputCheckWanted;
import dev.haetae.api.problem.InputChecks;
import dev.haetae.common.InputFault;
import dev.haetae.common.JudgeReport;
import dev.haetae.common.JudgeRequest;
import dev.haetae.common.JudgeResult.CompileFailed;
import dev.haetae.common.JudgeResult.JudgeFailed;
import dev.haetae.common.JudgeResult.Judged;
import dev.haetae.common.JudgeResult.PackageChecked;
import dev.haetae.common.JudgeResult.Ran;
import dev.haetae.common.JudgeTask.CheckPackage;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has input validators run on a worker when nobody waits. What ends the judging, whatever it is, ends the check. */
@Component
class InputCheckRequests {

    private final JudgeQueue queue;
    private final InputChecks checks;

    InputCheckRequests(JudgeQueue queue, InputChecks checks) {
        this.queue = queue;
        this.checks = checks;
    }

    @EventListener
    void on(InputCheckWanted wanted) {
        queue.enqueue(new JudgeRequest(wanted.id(), 1, new CheckPackage(wanted.tests())), Urgency.BULK);
    }

    @EventListener
    void on(JudgingsReported event) {
        for (JudgeReport report : event.reports()) {
            switch (report.result()) {
                case PackageChecked checked -> checks.end(report.submissionId(), checked.faults());
                case JudgeFailed failed ->
                    checks.end(
                            report.submissionId(),
                            List.of(new InputFault(
                                    null,
                                    null,
                                    "The inputs could not be checked: " + failed.faulty() + ": " + failed.cause())));
                case Judged _, CompileFailed _, Ran _ -> {}
            }
        }
    }
}
