package dev.haetae.api.submission;

import dev.haetae.api.submission.LiveSteps.Watch;
import dev.haetae.common.JudgeProgress.Compiling;
import dev.haetae.common.JudgeProgress.Running;
import dev.haetae.common.JudgeProgress.Step;
import dev.haetae.common.JudgeProgress.TestFinished;
import dev.haetae.common.JudgeProgress.TestSkipped;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Tells one client a submission's life, each event once and in order. A step is told only when nothing can be missing before
 * it; what a gap holds back is told from the row, at the end.
 */
final class EventStream {

    private final SubmissionViews views;
    private final Viewer viewer;
    private final EventSink sink;
    private EventId last;
    private int testsDone;

    /**
     * Makes a stream.
     *
     * @param last what the client has seen last, {@link EventId#NONE} for nothing
     */
    EventStream(SubmissionViews views, Viewer viewer, EventSink sink, EventId last) {
        this.views = views;
        this.viewer = viewer;
        this.sink = sink;
        this.last = last;
        this.testsDone = Math.max(0, last.sequence() - EventId.test(0, 0).sequence());
    }

    /** What a {@code status} event says. */
    record StatusEvent(Status status, int testsDone, int testsTotal, int attempt) {}

    /** Where events go. */
    @FunctionalInterface
    interface EventSink {
        void send(EventId id, String name, Object content) throws IOException;
    }

    /** Tells what is new of a submission; true when that was the end. */
    boolean tell(Submission submission, Watch watch) throws IOException {
        begin(submission, submission.attempt());
        if (submission.status() == Status.DONE) {
            tellEnd(submission);
            return true;
        }
        List<ToldTest> told = ToldTest.of(
                watch.stepsAfter(EventId.queued(submission.attempt())).values());
        Disclosure disclosure = views.disclosure(submission, told, viewer);
        for (Map.Entry<EventId, Step> step : watch.stepsAfter(last).entrySet()) {
            begin(submission, step.getKey().attempt());
            if (!step.getKey().follows(last)) {
                return false;
            }
            tell(submission, step.getKey(), step.getValue(), disclosure);
        }
        return false;
    }

    private void begin(Submission submission, int attempt) throws IOException {
        EventId queued = EventId.queued(attempt);
        if (queued.isAfter(last)) {
            testsDone = 0;
            status(submission, queued, Status.QUEUED, submission.testsTotal());
        }
    }

    private void tell(Submission submission, EventId id, Step step, Disclosure disclosure) throws IOException {
        switch (step) {
            case Compiling() -> status(submission, id, Status.COMPILING, submission.testsTotal());
            case Running(int testsTotal) -> status(submission, id, Status.RUNNING, testsTotal);
            case TestFinished finished -> test(id, new ToldTest.Finished(finished.test()), disclosure);
            case TestSkipped skipped -> test(id, new ToldTest.LeftOut(skipped.test()), disclosure);
        }
    }

    private void tellEnd(Submission submission) throws IOException {
        int attempt = submission.attempt();
        List<ToldTest> tests = ToldTest.of(submission);
        Disclosure disclosure = views.disclosure(submission, tests, viewer);
        for (ToldTest test : tests) {
            EventId id = EventId.test(attempt, test.index());
            if (id.isAfter(last)) {
                begin(submission, id);
                test(id, test, disclosure);
            }
        }
        EventId verdict = EventId.verdict(attempt);
        if (verdict.isAfter(last)) {
            send(verdict, "verdict", views.view(submission, viewer));
        }
    }

    /** What comes before the first test, where the client has not seen it. */
    private void begin(Submission submission, EventId test) throws IOException {
        EventId compiling = EventId.of(test.attempt(), new Compiling());
        EventId running = EventId.of(test.attempt(), new Running(submission.testsTotal()));
        if (compiling.isAfter(last)) {
            status(submission, compiling, Status.COMPILING, submission.testsTotal());
        }
        if (running.isAfter(last)) {
            status(submission, running, Status.RUNNING, submission.testsTotal());
        }
    }

    private void status(Submission submission, EventId id, Status status, int testsTotal) throws IOException {
        Disclosure disclosure = views.disclosure(submission, List.of(), viewer);
        int done = disclosure.testsDone(testsDone);
        send(id, "status", new StatusEvent(status, done, disclosure.testsTotal(testsTotal), id.attempt()));
    }

    /** What the reader must not see is passed over, without a gap for those who resume. */
    private void test(EventId id, ToldTest test, Disclosure disclosure) throws IOException {
        testsDone = test.index();
        if (disclosure.shows(test)) {
            send(id, "test", views.test(test, disclosure));
        } else {
            last = id;
        }
    }

    private void send(EventId id, String name, Object content) throws IOException {
        sink.send(id, name, content);
        last = id;
    }
}
