package dev.haetae.api.run;

import dev.haetae.api.account.CurrentUser;
import dev.haetae.api.judge.JudgeQueue;
import dev.haetae.api.run.RunStore.Row;
import dev.haetae.api.web.RefusedException;
import dev.haetae.common.Head;
import dev.haetae.common.JudgeResult;
import dev.haetae.common.TestResult;
import dev.haetae.common.Verdict;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Shows runs: students their own, staff all. */
@Component
class RunViews {

    private final RunStore store;
    private final JudgeQueue queue;

    RunViews(RunStore store, JudgeQueue queue) {
        this.store = store;
        this.queue = queue;
    }

    /**
     * One run.
     *
     * @throws RefusedException when it is not there or not visible to the reader, who is not told which
     */
    RunView view(UUID id, CurrentUser user) {
        Row row = store.find(id)
                .filter(found -> user.isStaff() || found.userId().equals(user.id()))
                .orElseThrow(() -> RefusedException.notFound("There is no run " + id + " that you may see."));
        JudgeResult result = row.result();
        if (result == null) {
            String status = queue.isStarted(id) ? "RUNNING" : "QUEUED";
            return RunView.unfinished(id, status, row.language(), row.requestedAt());
        }
        return switch (result) {
            case JudgeResult.Ran ran -> ran(row, ran);
            case JudgeResult.CompileFailed failed ->
                RunView.notRun(id, row.language(), Verdict.COMPILE_ERROR, failed.compilerOutput(), row.requestedAt());
            case JudgeResult.JudgeFailed failed -> judgeError(row, failed.faulty() + ": " + failed.cause(), user);
            case JudgeResult.Judged _, JudgeResult.PackageChecked _ ->
                judgeError(row, "WORKER: it did something else than running the program", user);
        };
    }

    private static RunView judgeError(Row row, String cause, CurrentUser user) {
        RunView view = RunView.notRun(row.id(), row.language(), Verdict.JUDGE_ERROR, "", row.requestedAt());
        return user.isAdmin() ? view.withDetail(cause) : view;
    }

    private static RunView ran(Row row, JudgeResult.Ran ran) {
        TestResult run = ran.run();
        Head transcript = ran.transcript();
        return new RunView(
                row.id(),
                "DONE",
                row.language(),
                run.verdict(),
                run.reason(),
                run.exitCode(),
                run.signal(),
                run.output().text(),
                run.output().truncated(),
                run.stderr().text(),
                run.stderr().truncated(),
                transcript == null ? null : transcript.text(),
                transcript == null ? null : transcript.truncated(),
                run.feedback(),
                ran.compilerOutput(),
                run.timeMillis(),
                run.wallMillis(),
                run.memoryBytes(),
                null,
                row.requestedAt());
    }
}
