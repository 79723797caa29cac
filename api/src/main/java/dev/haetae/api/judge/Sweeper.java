package dev.haetae.api.judge;

import dev.haetae.api.judge.JudgeLedger.Stale;
import dev.haetae.common.JudgeReport;
import dev.haetae.common.JudgeRequest;
import dev.haetae.common.JudgeResult.FaultyPart;
import dev.haetae.common.JudgeResult.JudgeFailed;
import dev.haetae.common.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.QueueInformation;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds judgings that were lost and begins them anew.
 *
 * <p>Waiting is not failing: a request that nobody holds is lost only if a later one of its class started long ago, or if its
 * queue was found empty twice since it was published: who took the last one a moment ago may not have been heard to begin. While
 * requests lie in the queue, one whose worker died lies there too, handed back by the broker. And nobody is believed dead whom we
 * may not have heard: after an outage of the database or the broker a whole lease has to pass first.
 */
@Component
class Sweeper {

    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);

    /** Whose id it is, for logs as JSON. */
    private static final String SUBMISSION = "submission";

    private static final int BATCH = 100;
    private static final Duration KEEP_ENDED = Duration.ofMinutes(15);

    private final JudgeLedger ledger;
    private final Reports reports;
    private final JudgeSettings settings;
    private final AmqpAdmin broker;
    private final Hearing hearing;
    private final TransactionTemplate transaction;
    private final JudgingMetrics metrics;
    private final ApplicationEventPublisher events;

    /** When the last sweep found a queue empty, by the clock of {@link System#nanoTime}. */
    private final Map<Urgency, Long> foundEmpty = new ConcurrentHashMap<>();

    Sweeper(
            JudgeLedger ledger,
            Reports reports,
            JudgeSettings settings,
            AmqpAdmin broker,
            Hearing hearing,
            TransactionTemplate transaction,
            JudgingMetrics metrics,
            ApplicationEventPublisher events) {
        this.ledger = ledger;
        this.reports = reports;
        this.settings = settings;
        this.broker = broker;
        this.hearing = hearing;
        this.transaction = transaction;
        this.metrics = metrics;
        this.events = events;
    }

    @Scheduled(fixedDelayString = "${haetae.sweep.period:15s}", initialDelayString = "${haetae.sweep.period:15s}")
    void sweepRegularly() {
        sweep();
    }

    /** Whether it could be done now. */
    boolean sweep() {
        try {
            ledger.purge(KEEP_ENDED);
            hearing.beat();
            if (!hearing.heardFor(settings.lease())) {
                return false;
            }
            for (Urgency urgency : Urgency.values()) {
                transaction.executeWithoutResult(_status -> sweep(urgency));
            }
            return true;
        } catch (DataAccessException | TransactionException | AmqpException e) {
            hearing.interrupted();
            log.warn("the sweep is put off: {}", e.getMessage());
            return false;
        }
    }

    private void sweep(Urgency urgency) {
        long now = System.nanoTime();
        if (!isEmpty(urgency)) {
            foundEmpty.remove(urgency);
            long overtaken = ledger.overtakenBefore(urgency, settings.sweep().overtaken());
            ledger.lockStale(urgency, settings.lease(), overtaken, BATCH).forEach(this::beginAnew);
            ledger.markWaiting(urgency);
            return;
        }
        Long before = foundEmpty.put(urgency, now);
        if (before != null) {
            Duration since = Duration.ofNanos(now - before);
            Duration age = since.compareTo(settings.lease()) > 0 ? since : settings.lease();
            ledger.lockStale(urgency, age, Long.MAX_VALUE, BATCH).forEach(this::beginAnew);
        }
    }

    private boolean isEmpty(Urgency urgency) {
        QueueInformation queue = broker.getQueueInfo(urgency.queue());
        return queue == null || queue.getMessageCount() == 0;
    }

    private void beginAnew(Stale stale) {
        if (stale.tries() >= settings.sweep().tries()) {
            log.atError()
                    .addKeyValue(SUBMISSION, stale.submissionId())
                    .log("submission {} was lost {} times and is given up", stale.submissionId(), stale.tries());
            JudgeFailed failed = new JudgeFailed(
                    FaultyPart.QUEUE, "lost " + stale.tries() + " times: every worker that took it fell silent");
            reports.accept(List.of(new JudgeReport(stale.submissionId(), stale.attempt(), "", "", failed)));
            return;
        }
        JudgeRequest lost = Wire.read(stale.request(), JudgeRequest.class);
        JudgeRequest next = new JudgeRequest(lost.submissionId(), stale.attempt() + 1, lost.task());
        log.atWarn()
                .addKeyValue(SUBMISSION, next.submissionId())
                .addKeyValue("attempt", next.attempt())
                .log("submission {} was lost and is judged again, attempt {}", next.submissionId(), next.attempt());
        ledger.reissue(next);
        metrics.reissued();
        events.publishEvent(new JudgingReissued(next.submissionId(), next.attempt()));
    }
}
