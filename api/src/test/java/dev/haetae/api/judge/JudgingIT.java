package dev.haetae.api.judge;

import static dev.haetae.api.judge.Requests.aRequest;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.haetae.api.ApiTest;
import dev.haetae.api.testing.WorkerByHand;
import dev.haetae.common.JudgeProgress;
import dev.haetae.common.JudgeReport;
import dev.haetae.common.JudgeRequest;
import dev.haetae.common.JudgeResult.CompileFailed;
import dev.haetae.common.Wire;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** A judging from its request to its one end, on a real broker; the worker is played by hand. */
@ApiTest
@RecordApplicationEvents
class JudgingIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    private JudgeQueue queue;

    @Autowired
    private JudgeLedger ledger;

    @Autowired
    private Reports reports;

    @Autowired
    private Sweeper sweeper;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEvents events;

    @RegisterExtension
    private final WorkerByHand worker = WorkerByHand.connect();

    /** Nothing of another test is left in the queue, nor on its way there. */
    @BeforeEach
    void connectAsAWorker() throws Exception {
        await().atMost(SOON)
                .until(() ->
                        count("select count(*) from judging where published_at is null and finished_at is null") == 0);
        worker.forgetWhatWaits();
    }

    @Test
    void publishesARequestAfterItsCommit() throws Exception {
        JudgeRequest request = enqueue();

        assertThat(worker.take().attempt()).isEqualTo(1);
        await().atMost(SOON).until(() -> isPublished(request.submissionId()));
    }

    @Test
    void publishesWhatANodeLeftBehindThatDied() throws Exception {
        JudgeRequest request = aRequest();
        jdbc.sql("insert into judging (submission_id, attempt, urgency, request) values (?, 1, 'LIVE', ?)")
                .params(request.submissionId(), Wire.write(request))
                .update();

        assertThat(worker.take().submissionId()).isEqualTo(request.submissionId());
    }

    @Test
    void publishesNothingOfWhatWasRolledBack() throws Exception {
        transaction.executeWithoutResult(status -> {
            queue.enqueue(aRequest(), Urgency.LIVE);
            status.setRollbackOnly();
        });
        JudgeRequest other = enqueue();

        assertThat(worker.take().submissionId()).isEqualTo(other.submissionId());
    }

    @Test
    void endsAJudgingOnceHoweverOftenItIsReported() {
        JudgeReport report = aReport(enqueue().submissionId(), 1);

        reports.accept(List.of(report, report));
        reports.accept(List.of(report));

        assertThat(events.stream(JudgingsReported.class))
                .singleElement()
                .satisfies(event -> assertThat(event.reports()).containsExactly(report));
    }

    @Test
    void doesNotHearAReportOfAnotherAttempt() {
        JudgeRequest request = enqueue();

        reports.accept(List.of(aReport(request.submissionId(), 2)));

        assertThat(events.stream(JudgingsReported.class)).isEmpty();
        assertThat(isFinished(request.submissionId())).isFalse();
    }

    @Test
    void takesReportsFromTheBroker() throws Exception {
        JudgeRequest request = enqueue();

        worker.report(request, new CompileFailed("cc", "no"));

        await().atMost(SOON).until(() -> isFinished(request.submissionId()));
    }

    @Test
    void buriesAReportThatCannotBeRead() throws Exception {
        String nonsense = "nonsense " + UUID.randomUUID();

        worker.reportBytes(nonsense.getBytes());

        await().atMost(SOON)
                .until(() -> count("select count(*) from dead_letter where message = ?", nonsense.getBytes()) == 1);
    }

    @Test
    void givesUpARequestThatNoWorkerSurvives() throws Exception {
        JudgeRequest request = enqueue();

        for (int delivery = 0; delivery < 4; delivery++) {
            worker.takeAndDie();
        }

        await().atMost(SOON).until(() -> isFinished(request.submissionId()));
        assertThat(count("select count(*) from dead_letter where submission_id = ?", request.submissionId()))
                .isEqualTo(1);
    }

    @Test
    void beginsALeaseWithTheFirstProgress() throws Exception {
        JudgeRequest request = enqueue();

        worker.tell(request, new JudgeProgress.Compiling());

        await().atMost(SOON)
                .until(() -> count(
                                "select count(*) from judging where submission_id = ? and lease_until > started_at",
                                request.submissionId())
                        == 1);
    }

    @Test
    void leavesARequestAloneThatWaitsInItsQueue() {
        JudgeRequest request = published();
        age(request.submissionId());

        sweepAfterALease();

        assertThat(attempt(request.submissionId())).isEqualTo(1);
    }

    @Test
    void leavesARequestAloneWhoseWorkerDiedWhileItWaitsInItsQueueAgain() throws Exception {
        JudgeRequest request = published();
        started(request.submissionId());
        age(request.submissionId());

        sweepAfterALease();

        assertThat(attempt(request.submissionId())).isEqualTo(1);
    }

    @Test
    void reissuesARequestThatIsLost() throws Exception {
        JudgeRequest request = published();
        worker.take();
        age(request.submissionId());

        await().atMost(SOON).until(() -> sweeper.sweep() && attempt(request.submissionId()) == 2);

        assertThat(events.stream(JudgingReissued.class)).contains(new JudgingReissued(request.submissionId(), 2));
    }

    @Test
    void reissuesWhatIsLostBehindManyThatWaitInTheOtherClass() throws Exception {
        transaction.executeWithoutResult(_status -> queue.enqueue(aRequest(), Urgency.BULK));
        jdbc.sql("""
                        insert into judging (submission_id, attempt, urgency, request, published_at)
                        select gen_random_uuid(), 1, 'BULK', '', now() - interval '1 hour' from generate_series(1, 200)
                        """).update();
        JudgeRequest request = published();
        worker.take();
        age(request.submissionId());

        await().atMost(SOON).until(() -> sweeper.sweep() && attempt(request.submissionId()) == 2);

        jdbc.sql("delete from judging where urgency = 'BULK'").update();
        worker.forgetWhatWaits();
    }

    @Test
    void keepsARequestThatIsReissuedInItsTrace() {
        SpanContext asking = SpanContext.create(
                "4bf92f3577b34da6a3ce929d0e0e4736",
                "00f067aa0ba902b7",
                TraceFlags.getSampled(),
                TraceState.getDefault());
        JudgeRequest request = aRequest();
        try (Scope _ = Span.wrap(asking).makeCurrent()) {
            transaction.executeWithoutResult(_ -> queue.enqueue(request, Urgency.LIVE));
        }

        ledger.reissue(new JudgeRequest(request.submissionId(), 2, request.task()));

        assertThat(jdbc.sql("select trace_parent from judging where submission_id = ?")
                        .param(request.submissionId())
                        .query(String.class)
                        .single())
                .isEqualTo("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    }

    @Test
    void doesNotTakeForLostWhatAWorkerHasJustTaken() throws Exception {
        JudgeRequest request = published();
        age(request.submissionId());
        sweepAfterALease();
        worker.take();

        sweepAfterALease();

        assertThat(attempt(request.submissionId())).isEqualTo(1);
    }

    @Test
    void reissuesARequestThatALaterOneHasLongOvertaken() {
        JudgeRequest request = published();
        JudgeRequest later = published();
        started(later.submissionId());
        jdbc.sql(
                        "update judging set started_at = now() - interval '6 minutes', lease_until = now() + interval '1 hour' where submission_id = ?")
                .param(later.submissionId())
                .update();
        age(request.submissionId());

        sweepAfterALease();

        assertThat(attempt(request.submissionId())).isEqualTo(2);
        assertThat(attempt(later.submissionId())).isEqualTo(1);
    }

    @Test
    void givesUpWhatWasLostThreeTimes() throws Exception {
        JudgeRequest request = published();
        worker.take();
        age(request.submissionId());
        jdbc.sql("update judging set tries = 3 where submission_id = ?")
                .param(request.submissionId())
                .update();

        await().atMost(SOON).until(() -> sweeper.sweep() && isFinished(request.submissionId()));

        assertThat(count("select count(*) from dead_letter where submission_id = ?", request.submissionId()))
                .isEqualTo(1);
    }

    private JudgeRequest enqueue() {
        JudgeRequest request = aRequest();
        transaction.executeWithoutResult(_status -> queue.enqueue(request, Urgency.LIVE));
        return request;
    }

    /** One that the broker has and whose publication is written down. */
    private JudgeRequest published() {
        JudgeRequest request = enqueue();
        await().atMost(SOON).until(() -> isPublished(request.submissionId()));
        return request;
    }

    private static JudgeReport aReport(UUID submission, int attempt) {
        return new JudgeReport(submission, attempt, "by-hand", "none", new CompileFailed("cc", "no"));
    }

    /** As if a worker had begun it and fallen silent. */
    private void started(UUID submission) {
        jdbc.sql("update judging set started_at = now(), worker = 'gone', lease_until = now() where submission_id = ?")
                .param(submission)
                .update();
    }

    private void age(UUID submission) {
        jdbc.sql("update judging set published_at = now() - interval '1 hour' where submission_id = ?")
                .param(submission)
                .update();
    }

    /** Nobody is believed dead before this node has listened for a whole lease. */
    private void sweepAfterALease() {
        await().atMost(SOON).until(() -> sweeper.sweep());
    }

    private boolean isPublished(UUID submission) {
        return count("select count(*) from judging where submission_id = ? and published_at is not null", submission)
                == 1;
    }

    private boolean isFinished(UUID submission) {
        return count("select count(*) from judging where submission_id = ? and finished_at is not null", submission)
                == 1;
    }

    private int attempt(UUID submission) {
        return (int) count("select attempt from judging where submission_id = ?", submission);
    }

    private long count(String sql, Object... parameters) {
        return requireNonNull(jdbc.sql(sql).params(parameters).query(Long.class).single());
    }
}
