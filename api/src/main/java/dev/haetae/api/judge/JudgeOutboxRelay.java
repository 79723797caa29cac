package dev.haetae.api.judge;

import static java.util.Objects.requireNonNull;

import dev.haetae.api.judge.JudgeLedger.Unpublished;
import dev.haetae.common.Queues;
import dev.haetae.common.tracing.TraceParent;
import dev.haetae.common.tracing.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
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
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes what the ledger holds unpublished: at once what was committed here, from memory, and by a scan what was left over, by
 * another node too. A row counts as published when the broker has confirmed and not returned it; if we die before that is
 * written, or a scan of another node meets it meanwhile, the same attempt is judged twice and counts once.
 */
@Component
class JudgeOutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(JudgeOutboxRelay.class);
    private static final int BATCH = 100;
    private static final Duration SCAN = Duration.ofSeconds(1);
    private static final int CONFIRM_MILLIS = 5_000;

    private final JudgeLedger ledger;
    private final RabbitTemplate rabbit;
    private final TransactionTemplate transaction;
    private final Tracing tracing;

    private final CommittedRequests committed = new CommittedRequests();

    private volatile boolean running;
    private volatile Thread thread = Thread.currentThread();

    JudgeOutboxRelay(JudgeLedger ledger, RabbitTemplate rabbit, TransactionTemplate transaction, Tracing tracing) {
        this.ledger = ledger;
        this.rabbit = rabbit;
        this.transaction = transaction;
        this.tracing = tracing;
    }

    void publishAfterCommit(Unpublished request) {
        committed.addAfterCommit(request);
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
        long lastScan = System.nanoTime();
        while (running) {
            List<Unpublished> fresh = awaitCommitted(SCAN.toNanos() - (System.nanoTime() - lastScan));
            try {
                if (healthy) {
                    publishAll(fresh);
                }
                if (System.nanoTime() - lastScan >= SCAN.toNanos()) {
                    lastScan = System.nanoTime();
                    scan();
                    healthy = true;
                }
            } catch (AmqpException | DataAccessException | TransactionException e) {
                if (healthy && running) {
                    log.warn("requests wait in the outbox: {}", e.getMessage());
                }
                healthy = false;
            }
        }
    }

    /** What is old enough for a scan is left to it, which may be another node's. */
    private List<Unpublished> awaitCommitted(long nanos) {
        try {
            return committed.take(nanos, BATCH, SCAN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private void scan() {
        int published;
        do {
            published = requireNonNull(transaction.execute(_status -> publishAll(ledger.lockLeftOver(SCAN, BATCH))));
        } while (running && published == BATCH);
    }

    private int publishAll(List<Unpublished> requests) {
        List<Sent> sent = requests.stream().map(this::send).toList();
        List<Unpublished> confirmed = new ArrayList<>(sent.size());
        for (int i = 0; i < sent.size(); i++) {
            Sent one = sent.get(i);
            if (isConfirmed(one.correlation())) {
                confirmed.add(requests.get(i));
            } else {
                one.span().setStatus(StatusCode.ERROR);
            }
            one.span().end();
        }
        if (!confirmed.isEmpty()) {
            ledger.markPublished(confirmed);
        }
        return confirmed.size();
    }

    /** A message of which the broker has to confirm that it has it. */
    private record Sent(CorrelationData correlation, Span span) {}

    private Sent send(Unpublished request) {
        Span span = tracing.join("publish judge request", SpanKind.PRODUCER, request.traceParent());
        Message message = message(request, TraceParent.of(span));
        CorrelationData correlation = new CorrelationData(request.submissionId().toString());
        rabbit.send(Queues.REQUESTS_EXCHANGE, request.urgency().routingKey(), message, correlation);
        return new Sent(correlation, span);
    }

    private static Message message(Unpublished request, @Nullable String traceParent) {
        Message message = MessageBuilder.withBody(request.request())
                .setContentType(MessageProperties.CONTENT_TYPE_JSON)
                .setDeliveryMode(MessageDeliveryMode.PERSISTENT)
                .setMessageId(request.submissionId() + "/" + request.attempt())
                .build();
        if (traceParent != null) {
            message.getMessageProperties().setHeader(TraceParent.HEADER, traceParent);
        }
        return message;
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
