package dev.haetae.worker.queue;

import com.rabbitmq.client.ShutdownSignalException;
import dev.haetae.common.JudgeProgress;
import dev.haetae.common.JudgeProgress.Step;
import dev.haetae.common.JudgeReport;
import dev.haetae.common.JudgeRequest;
import dev.haetae.common.JudgeResult;
import dev.haetae.common.JudgeResult.FaultyPart;
import dev.haetae.common.MalformedMessageException;
import dev.haetae.common.Wire;
import dev.haetae.common.tracing.TraceParent;
import dev.haetae.worker.judge.Judge;
import dev.haetae.worker.judge.JudgingStoppedException;
import dev.haetae.worker.judge.Leash;
import dev.haetae.worker.judge.Terms;
import dev.haetae.worker.judge.Timeline;
import dev.haetae.worker.slot.Slot;
import dev.haetae.worker.slot.WorkerFaultException;
import io.opentelemetry.api.trace.Span;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;

/**
 * One slot at work: one request in, progress out, one report out, and only when the broker has confirmed the report is the request
 * acknowledged. Requests that were delivered before are judged while nothing else is, in case it was they that brought a worker down.
 */
final class JudgeRequestListener {

    private static final Logger LOG = LoggerFactory.getLogger(JudgeRequestListener.class);

    /** Well below the broker's patience with a consumer, which is half an hour. */
    private static final Duration LONGEST_JUDGING = Duration.ofMinutes(20);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Slot slot;
    private final Judge judge;
    private final Station station;
    private final ReportSender reports;
    private final ProgressSender progress;
    private volatile boolean stopping;
    private volatile @Nullable Leash leash;

    JudgeRequestListener(Slot slot, Judge judge, Station station) {
        this.slot = slot;
        this.judge = judge;
        this.station = station;
        this.reports = new ReportSender(station.sending());
        this.progress = new ProgressSender(station.sending());
    }

    /**
     * Listens until it is told to stop; the broker may come and go, and a queue that is not there yet is waited for.
     *
     * @param onListening called whenever it listens, the first time or again
     * @throws WorkerFaultException when the slot cannot judge any more
     */
    void listen(Runnable onListening) throws InterruptedException {
        boolean saidWhy = false;
        while (!stopping) {
            try (RequestChannel requests = open()) {
                saidWhy = false;
                requests.onClose(() -> callOff("The connection to the broker was lost"));
                onListening.run();
                serve(requests);
            } catch (IOException | TimeoutException | ShutdownSignalException e) {
                if (!stopping) {
                    LOG.atLevel(saidWhy ? Level.DEBUG : Level.WARN).log("Not listening: {}", cause(e));
                    saidWhy = true;
                    Thread.sleep(PAUSE);
                }
            }
        }
        reports.close();
    }

    /** Takes nothing new. */
    void stop() {
        stopping = true;
    }

    /** Ends the judging under way, if there is one: its request goes back to the queue. */
    void callOff(String reason) {
        Leash held = leash;
        if (held != null) {
            held.cut(reason);
            slot.cancel();
        }
    }

    /** Nothing is taken before its progress can be sent: that begins its lease. */
    private RequestChannel open() throws IOException, TimeoutException {
        station.sending().connect();
        return new RequestChannel(station.requests().channel(), station.bulkSlots());
    }

    /** The client's own exceptions often say nothing, and their causes everything. */
    private static String cause(Exception e) {
        return e.getMessage() == null && e.getCause() != null ? e.getCause().toString() : e.toString();
    }

    private void serve(RequestChannel requests) throws IOException, InterruptedException {
        while (!stopping) {
            slot.ready();
            Optional<Delivered> request = requests.next();
            if (request.isPresent()) {
                handle(request.get(), requests);
            }
            if (!requests.isOpen()) {
                throw new IOException("The channel was lost");
            }
        }
    }

    private void handle(Delivered delivered, RequestChannel requests) throws IOException, InterruptedException {
        JudgeRequest request;
        try {
            request = Wire.read(delivered.body(), JudgeRequest.class);
        } catch (MalformedMessageException e) {
            LOG.error("A request cannot be read and goes to the dead letters: {}", e.getMessage());
            requests.reject(delivered);
            return;
        }
        Lock company = delivered.isRedelivered()
                ? station.company().writeLock()
                : station.company().readLock();
        company.lockInterruptibly();
        try (var _ = MDC.putCloseable("submission", request.submissionId().toString());
                var _ = MDC.putCloseable("attempt", Integer.toString(request.attempt()));
                JudgingTrace trace = JudgingTrace.begin(station.tracing(), delivered, request)) {
            finish(request, delivered, requests, trace);
        } finally {
            company.unlock();
        }
    }

    private void finish(JudgeRequest request, Delivered delivered, RequestChannel requests, JudgingTrace trace)
            throws IOException, InterruptedException {
        Leash own = new Leash(LONGEST_JUDGING);
        leash = own;
        // Looked at only now that a closing channel finds the leash: one that closed before is seen here.
        if (stopping || !requests.isOpen()) {
            return;
        }
        station.state().begin(request);
        station.heartbeat().soon();
        try {
            JudgeReport report = judge(request, own, trace);
            if (send(report, trace, () -> requests.isOpen() && !own.isCut())) {
                requests.acknowledge(delivered);
            }
        } catch (JudgingStoppedException e) {
            LOG.info("{}/{} is handed back: {}", request.submissionId(), request.attempt(), e.getMessage());
        } finally {
            leash = null;
            station.state().end(request);
        }
    }

    private JudgeReport judge(JudgeRequest request, Leash own, JudgingTrace trace) throws InterruptedException {
        Timeline timeline = new Timeline();
        Terms terms = new Terms(own, step -> progress.send(progress(request, step)), timeline);
        JudgeResult result = result(request, terms);
        JudgeReport report = new JudgeReport(
                request.submissionId(),
                request.attempt(),
                station.state().worker(),
                station.state().sandbox(),
                result,
                timeline.end());
        trace.judged(report, timeline);
        return report;
    }

    private boolean send(JudgeReport report, JudgingTrace trace, BooleanSupplier wanted) throws InterruptedException {
        Span reporting = trace.reporting();
        try {
            return reports.send(report, TraceParent.of(reporting), wanted);
        } finally {
            reporting.end();
        }
    }

    private JudgeProgress progress(JudgeRequest request, Step step) {
        return new JudgeProgress(
                request.submissionId(), request.attempt(), station.state().worker(), step);
    }

    private JudgeResult result(JudgeRequest request, Terms terms) throws InterruptedException {
        ScheduledFuture<?> watchdog = station.watchdog()
                .schedule(slot::close, LONGEST_JUDGING.plusMinutes(1).toSeconds(), TimeUnit.SECONDS);
        try {
            return slot.judge(judge, request.task(), terms);
        } catch (JudgingStoppedException | WorkerFaultException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("{}/{} cannot be judged", request.submissionId(), request.attempt(), e);
            return new JudgeResult.JudgeFailed(FaultyPart.WORKER, "The worker failed: " + e);
        } finally {
            watchdog.cancel(false);
        }
    }
}
