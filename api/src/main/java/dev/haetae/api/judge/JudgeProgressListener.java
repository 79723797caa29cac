package dev.haetae.api.judge;

import dev.haetae.common.JudgeProgress;
import dev.haetae.common.MalformedMessageException;
import dev.haetae.common.Queues;
import dev.haetae.common.Wire;
import dev.haetae.common.WorkerStatus;
import dev.haetae.common.WorkerStatus.Held;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageListener;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Hears what is said in passing: progress begins a lease, heartbeats renew it, both are passed on inside this node. */
@Component
class JudgeProgressListener implements MessageListener {

    private static final Logger log = LoggerFactory.getLogger(JudgeProgressListener.class);

    private final JudgeLedger ledger;
    private final JudgeSettings settings;
    private final Fleet fleet;
    private final ApplicationEventPublisher events;

    JudgeProgressListener(JudgeLedger ledger, JudgeSettings settings, Fleet fleet, ApplicationEventPublisher events) {
        this.ledger = ledger;
        this.settings = settings;
        this.fleet = fleet;
        this.events = events;
    }

    @Override
    public void onMessage(Message message) {
        try {
            hear(String.valueOf(message.getMessageProperties().getType()), message.getBody());
        } catch (MalformedMessageException e) {
            log.warn("a progress message cannot be read: {}", e.getMessage());
        } catch (DataAccessException | TransactionException e) {
            log.warn("a lease could not be written, the next heartbeat will: {}", e.getMessage());
        }
    }

    private void hear(String type, byte[] body) {
        switch (type) {
            case Queues.PROGRESS_TYPE -> progressed(Wire.read(body, JudgeProgress.class));
            case Queues.WORKER_STATUS_TYPE -> alive(Wire.read(body, WorkerStatus.class));
            case SettledAnnouncer.TYPE -> events.publishEvent(Wire.read(body, JudgingsSettled.class));
            default -> log.warn("a progress message of unknown type {}", type);
        }
    }

    private void progressed(JudgeProgress progress) {
        events.publishEvent(new JudgingProgressed(progress));
        if (progress.step() instanceof JudgeProgress.Compiling) {
            renew(progress.worker(), List.of(new Held(progress.submissionId(), progress.attempt())));
        }
    }

    private void alive(WorkerStatus status) {
        fleet.heard(status);
        if (!status.holding().isEmpty()) {
            renew(status.worker(), status.holding());
        }
    }

    private void renew(String worker, List<Held> held) {
        ledger.renewLeases(worker, held, settings.lease());
    }
}
