package dev.haetae.worker.queue;

import static dev.haetae.worker.testing.Reports.aRun;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.haetae.common.JudgeReport;
import dev.haetae.common.JudgeRequest;
import dev.haetae.common.JudgeResult;
import dev.haetae.common.Queues;
import dev.haetae.common.Verdict;
import dev.haetae.common.WorkerStatus;
import dev.haetae.common.WorkerStatus.Held;
import dev.haetae.common.language.Languages;
import dev.haetae.common.tracing.Tracing;
import dev.haetae.worker.sandbox.Killed;
import dev.haetae.worker.sandbox.RunSpec;
import dev.haetae.worker.sandbox.RunnerCheck;
import dev.haetae.worker.sandbox.SandboxException;
import dev.haetae.worker.sandbox.Stdin;
import dev.haetae.worker.slot.Muster;
import dev.haetae.worker.slot.Proofs;
import dev.haetae.worker.testing.FakeSandbox;
import dev.haetae.worker.testing.FakeSandbox.Act;
import dev.haetae.worker.testing.Judgings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole worker on a real broker; only its sandbox is a fake, so that it can be slow or fail when a test wants it to. */
class JudgeRequestListenerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final RunnerCheck UNPROVEN_MEMORY =
            new RunnerCheck("none", List.of(), Map.of("memory", "needs cgroups"));

    private final List<Worker> workers = new ArrayList<>();
    private final List<FakeSandbox> sandboxes = new ArrayList<>();
    private final Semaphore mayEnd = new Semaphore(0);
    private final AtomicInteger judging = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    private RunnerCheck proof = new RunnerCheck("v2", List.of(), Map.of());
    private Set<String> acceptUnproven = Set.of();

    @TempDir
    private Path directory;

    private TestBroker broker;

    @BeforeEach
    void connect() throws Exception {
        broker = new TestBroker();
        broker.declareQueues();
    }

    @AfterEach
    void stopEverything() throws Exception {
        mayEnd.release(1_000);
        workers.forEach(Worker::stop);
        broker.close();
    }

    @Test
    void answersARequestWithProgressAndOneReport() throws Exception {
        start(1, this::right);
        JudgeRequest request = aRequest();

        broker.publish(request);

        JudgeReport report = awaitReport(request);
        assertThat(verdict(report)).isEqualTo(Verdict.ACCEPTED);
        assertThat(report.times()).isNotNull();
        await().atMost(PATIENCE).until(() -> broker.progress.size() == 3);
        assertThat(broker.progress)
                .extracting(progress -> progress.step().getClass().getSimpleName())
                .containsExactly("Compiling", "Running", "TestFinished");
    }

    @Test
    void saysAtOnceWhichJudgingsItHolds() throws Exception {
        start(1, this::slow);
        JudgeRequest request = aRequest();

        broker.publish(request);

        await().atMost(PATIENCE)
                .until(() -> broker.heartbeats.stream()
                        .anyMatch(beat -> beat.holding().contains(new Held(request.submissionId(), 1))));
    }

    @Test
    void acknowledgesOnlyOnceTheReportIsInItsQueue() throws Exception {
        start(1, this::right);
        JudgeRequest request = aRequest();
        broker.deleteReports();

        broker.publish(request);
        await().atMost(PATIENCE).until(() -> broker.progress.size() == 3);
        broker.declareReports();

        assertThat(verdict(awaitReport(request))).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void givesBackWhatItHeldWhenItStopsBeforeTheReportWasConfirmed() throws Exception {
        Worker worker = start(1, Duration.ofMillis(100), this::right);
        broker.deleteReports();
        broker.publish(aRequest());
        await().atMost(PATIENCE).until(() -> broker.progress.size() == 3);

        worker.stop();

        await().atMost(PATIENCE).until(() -> broker.take(Queues.LIVE_REQUESTS).size() == 1);
    }

    @Test
    void judgesWhatWasDeliveredBeforeAlone() throws Exception {
        broker.publish(aRequest());
        broker.bringBack(Queues.LIVE_REQUESTS);
        broker.publish(aRequest());
        start(2, this::slow);

        await().atMost(PATIENCE).until(() -> judging.get() == 1);
        await().during(Duration.ofSeconds(1)).until(() -> judging.get() == 1);
        mayEnd.release(2);

        awaitReports(2);
        assertThat(mostAtOnce.get()).isEqualTo(1);
    }

    @Test
    void sendsWhatCannotBeReadToTheDeadLetters() throws Exception {
        start(1, this::right);
        JudgeRequest request = aRequest();

        broker.publish(Queues.LIVE_KEY, "{".getBytes(StandardCharsets.UTF_8));
        broker.publish(request);

        assertThat(verdict(awaitReport(request))).isEqualTo(Verdict.ACCEPTED);
        await().atMost(PATIENCE).until(() -> broker.take(Queues.DEAD).size() == 1);
    }

    @Test
    void keepsItsLastSlotForLiveRequests() throws Exception {
        start(2, this::slow);
        broker.publishBulk(aRequest());
        broker.publishBulk(aRequest());
        await().atMost(PATIENCE).until(() -> judging.get() == 1);

        broker.publish(aRequest());

        await().atMost(PATIENCE).until(() -> judging.get() == 2);
        assertThat(broker.take(Queues.BULK_REQUESTS)).hasSize(1);
    }

    @Test
    void doesBulkWorkWhenNothingElseWaits() throws Exception {
        start(1, this::right);

        broker.publishBulk(aRequest());
        broker.publishBulk(aRequest());

        awaitReports(2);
    }

    @Test
    void reportsAFailingSandboxAsItsOwnFaultAndStartsItAnew() throws Exception {
        AtomicBoolean failed = new AtomicBoolean();
        start(1, (sandbox, run) -> {
            if (isTest(run) && failed.compareAndSet(false, true)) {
                throw new SandboxException("the runner is gone");
            }
            return right(sandbox, run);
        });
        JudgeRequest first = aRequest();
        JudgeRequest second = aRequest();

        broker.publish(first);
        broker.publish(second);

        assertThat(awaitReport(first).result()).isInstanceOf(JudgeResult.JudgeFailed.class);
        assertThat(verdict(awaitReport(second))).isEqualTo(Verdict.ACCEPTED);
        assertThat(sandboxes).hasSize(2);
    }

    @Test
    void waitsForQueuesThatAreNotThereYet() throws Exception {
        broker.deleteQueues();
        start(1, this::right);
        await().atMost(PATIENCE).until(() -> !broker.heartbeats.isEmpty());
        JudgeRequest request = aRequest();

        broker.declareQueues();
        broker.publish(request);

        assertThat(verdict(awaitReport(request))).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void finishesWhatItJudgesBeforeItStops() throws Exception {
        Worker worker = start(1, this::slow);
        JudgeRequest request = aRequest();
        broker.publish(request);
        await().atMost(PATIENCE).until(() -> judging.get() == 1);

        Thread stopping = Thread.ofVirtual().start(worker::stop);
        await().atMost(PATIENCE).until(() -> broker.heartbeats.getLast().state() == WorkerStatus.State.DRAINING);
        mayEnd.release();
        stopping.join();

        assertThat(verdict(awaitReport(request))).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void handsBackWhatItCannotFinishInItsGraceTime() throws Exception {
        Worker worker = start(1, Duration.ofMillis(100), this::endless);
        broker.publish(aRequest());
        await().atMost(PATIENCE).until(() -> judging.get() == 1);

        worker.stop();

        assertThat(broker.report()).isEmpty();
        await().atMost(PATIENCE).until(() -> broker.take(Queues.LIVE_REQUESTS).size() == 1);
    }

    @Test
    void saysSoInsteadOfConsumingWhenALanguageDoesNotWork() throws Exception {
        start(1, (_, _) -> new Act("41", aRun()));
        broker.publish(aRequest());

        await().atMost(PATIENCE)
                .until(() -> broker.heartbeats.stream().anyMatch(beat -> beat.state() == WorkerStatus.State.FAULTY));

        assertThat(broker.heartbeats.getLast().fault())
                .startsWith("c does not work")
                .contains("install gcc");
        assertThat(broker.take(Queues.LIVE_REQUESTS)).hasSize(1);
    }

    @Test
    void saysSoInsteadOfConsumingWhenALimitIsNotProven() throws Exception {
        proof = UNPROVEN_MEMORY;
        start(1, this::right);
        broker.publish(aRequest());

        await().atMost(PATIENCE)
                .until(() -> broker.heartbeats.stream().anyMatch(beat -> beat.state() == WorkerStatus.State.FAULTY));

        assertThat(broker.heartbeats.getLast().fault()).contains("memory: needs cgroups");
        assertThat(broker.take(Queues.LIVE_REQUESTS)).hasSize(1);
    }

    @Test
    void saysInEachReportWhichLimitAnOperatorAcceptsWithoutProof() throws Exception {
        proof = UNPROVEN_MEMORY;
        acceptUnproven = Set.of("memory");
        start(1, this::right);
        JudgeRequest request = aRequest();

        broker.publish(request);

        assertThat(awaitReport(request).sandbox()).isEqualTo("no cgroup, unproven: memory");
    }

    private Worker start(int slots, BiFunction<FakeSandbox, RunSpec, Act> program) throws Exception {
        return start(slots, Duration.ofSeconds(10), program);
    }

    private Worker start(int slots, Duration grace, BiFunction<FakeSandbox, RunSpec, Act> program) throws Exception {
        WorkerProperties properties =
                new WorkerProperties("test", slots, directory, grace, Duration.ofMillis(200), acceptUnproven);
        Muster muster = new Muster(
                () -> proof,
                _ -> sandbox(program),
                Languages.all().configured(List.of("c")),
                Judgings.testSets(directory, List.of("42")),
                Proofs.none());
        WorkerState state = new WorkerState("test", "localhost", slots, () -> new WorkerStatus.Cache(2, 1));
        Station station = QueueConfiguration.station(
                properties, state, TestBroker.workerFactory(), TestBroker.addresses(), Tracing.off());
        Worker worker = new Worker(properties, muster, station);
        workers.add(worker);
        worker.start();
        return worker;
    }

    private synchronized FakeSandbox sandbox(BiFunction<FakeSandbox, RunSpec, Act> program) {
        FakeSandbox[] self = new FakeSandbox[1];
        self[0] = new FakeSandbox(run -> program.apply(self[0], run));
        sandboxes.add(self[0]);
        return self[0];
    }

    /** Every tool succeeds, every program writes 42. */
    private Act right(FakeSandbox sandbox, RunSpec run) {
        return new Act("42", aRun());
    }

    /** As {@link #right}, but each test takes until the test says that it may end. */
    private Act slow(FakeSandbox sandbox, RunSpec run) {
        if (isTest(run)) {
            mostAtOnce.accumulateAndGet(judging.incrementAndGet(), Math::max);
            mayEnd.acquireUninterruptibly();
            judging.decrementAndGet();
        }
        return right(sandbox, run);
    }

    private Act endless(FakeSandbox sandbox, RunSpec run) {
        if (!isTest(run)) {
            return right(sandbox, run);
        }
        judging.incrementAndGet();
        sandbox.awaitCancel();
        return new Act("", aRun().killed(Killed.CANCEL).signalled(9));
    }

    /** A test reads a file, a self-test does not. */
    private static boolean isTest(RunSpec run) {
        return run.stdin() instanceof Stdin.HostFile;
    }

    private static JudgeRequest aRequest() {
        return new JudgeRequest(UUID.randomUUID(), 1, Judgings.submission(1));
    }

    private JudgeReport awaitReport(JudgeRequest request) {
        JudgeReport report = awaitReports(1).getFirst();
        assertThat(report.submissionId()).isEqualTo(request.submissionId());
        return report;
    }

    private List<JudgeReport> awaitReports(int count) {
        List<JudgeReport> reports = new ArrayList<>();
        await().atMost(PATIENCE).until(() -> {
            broker.report().ifPresent(reports::add);
            return reports.size() == count;
        });
        return reports;
    }

    private static Verdict verdict(JudgeReport report) {
        assertThat(report.result()).isInstanceOf(JudgeResult.Judged.class);
        return ((JudgeResult.Judged) report.result()).verdict();
    }
}
