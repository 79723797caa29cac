package dev.haetae.api.judge;

import dev.haetae.api.judge.JudgeLedger.Unpublished;
import dev.haetae.common.Queues;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes what the ledger holds unpublished: at once after a commit, else by a scan. A row counts as published when the broker
 * has confirmed and not returned it; if we die before that is written, the same attempt is judged twice and counts once.
 */
@Component
class JudgeOutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(JudgeOutboxRelay.class);
    private static final int BATCH = 100;
    private static final int SCAN_MILLIS = 1_000;
    private static final int CONFIRM_MILLIS = 5_000;

    private final JudgeLedger ledger;
    private final RabbitTemplate rabbit;
    private final TransactionTemplate transaction;
    private final Semaphore work = new Semaphore(0);
    private volatile boolean running;
    private volatile Thread thread = Thread.currentThread();

    JudgeOutboxRelay(JudgeLedger ledger, RabbitTemplate rabbit, TransactionTemplate transaction) {
        this.ledger = ledger;
        this.rabbit = rabbit;
        this.transaction = transaction;
    }

    void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.release();
            }
        });
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("judge-outbox-relay").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        boolean healthy = true;
        while (running) {
            try {
                int published = transaction.execute(_status -> publishBatch());
                healthy = true;
                if (published < BATCH) {
                    awaitWork();
                }
            } catch (AmqpException | DataAccessException | TransactionException e) {
                if (healthy && running) {
                    log.warn("requests wait in the outbox: {}", e.getMessage());
                }
                healthy = false;
                awaitWork();
            }
        }
    }

    private void awaitWork() {
        try {
            work.tryAcquire(SCAN_MILLIS, TimeUnit.MILLISECONDS);
            work.drainPermits();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int publishBatch() {
        List<Unpublished> requests = ledger.lockUnpublished(BATCH);
        List<CorrelationData> sent = requests.stream().map(this::send).toList();
        List<UUID> confirmed = new java.util.ArrayList<>(sent.size());
        for (int i = 0; i < sent.size(); i++) {
            if (isConfirmed(sent.get(i))) {
                confirmed.add(requests.get(i).submissionId());
            }
        }
        if (!confirmed.isEmpty()) {
            ledger.markPublished(confirmed);
        }
        return confirmed.size();
    }

    private CorrelationData send(Unpublished request) {
        Message message = MessageBuilder.withBody(request.request())
                .setContentType(MessageProperties.CONTENT_TYPE_JSON)
                .setDeliveryMode(MessageDeliveryMode.PERSISTENT)
                .setMessageId(request.submissionId() + "/" + request.attempt())
                .build();
        CorrelationData correlation = new CorrelationData(request.submissionId().toString());
        rabbit.send(Queues.REQUESTS_EXCHANGE, request.urgency().routingKey(), message, correlation);
        return correlation;
    }

    private static boolean isConfirmed(CorrelationData sent) {
        try {
            return sent.getFuture().get(CONFIRM_MILLIS, TimeUnit.MILLISECONDS).ack() && sent.getReturned() == null;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
