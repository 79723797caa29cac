package dev.haetae.worker.queue;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import dev.haetae.common.JudgeReport;
import dev.haetae.common.Queues;
import dev.haetae.common.Wire;
import dev.haetae.common.tracing.TraceParent;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one slot's reports, each until the broker has confirmed that it is in the queue. */
final class ReportSender {

    private static final Logger LOG = LoggerFactory.getLogger(ReportSender.class);
    private static final Duration CONFIRM_PATIENCE = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Broker broker;
    private final AtomicBoolean returned = new AtomicBoolean();
    private @Nullable Channel channel;

    ReportSender(Broker broker) {
        this.broker = broker;
    }

    /**
     * Sends a report as long as it is wanted.
     *
     * @param traceParent the span that it is sent in, or null
     * @return whether it was confirmed
     */
    boolean send(JudgeReport report, @Nullable String traceParent, BooleanSupplier wanted) throws InterruptedException {
        byte[] body = Wire.write(report);
        BasicProperties properties = new BasicProperties.Builder()
                .contentType("application/json")
                .deliveryMode(2)
                .messageId(report.submissionId() + "/" + report.attempt())
                .headers(traceParent == null ? null : Map.of(TraceParent.HEADER, traceParent))
                .build();
        Duration pause = FIRST_PAUSE;
        while (wanted.getAsBoolean()) {
            String trouble = trySend(properties, body);
            if (trouble == null) {
                return true;
            }
            LOG.warn("The report on {}/{} is still here: {}", report.submissionId(), report.attempt(), trouble);
            Thread.sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
        return false;
    }

    void close() {
        Channel open = channel;
        channel = null;
        if (open != null) {
            Broker.abandon(open);
        }
    }

    /** Null when it was confirmed, else why it was not. */
    private @Nullable String trySend(BasicProperties properties, byte[] body) throws InterruptedException {
        try {
            return isConfirmed(properties, body) ? null : "the broker does not confirm it";
        } catch (IOException | TimeoutException | AlreadyClosedException e) {
            close();
            return e.toString();
        }
    }

    /** A message that no queue takes is returned before it is confirmed. */
    private boolean isConfirmed(BasicProperties properties, byte[] body)
            throws IOException, TimeoutException, InterruptedException {
        Channel open = channel();
        returned.set(false);
        open.basicPublish(Queues.REPORTS_EXCHANGE, Queues.REPORTS_KEY, true, properties, body);
        return open.waitForConfirms(CONFIRM_PATIENCE.toMillis()) && !returned.get();
    }

    private Channel channel() throws IOException, TimeoutException {
        Channel open = channel;
        if (open == null || !open.isOpen()) {
            open = broker.channel();
            open.confirmSelect();
            open.addReturnListener(_ -> returned.set(true));
            channel = open;
        }
        return open;
    }
}
