package dev.haetae.worker.queue;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import dev.haetae.common.JudgeProgress;
import dev.haetae.common.Queues;
import dev.haetae.common.Wire;
import dev.haetae.common.WorkerStatus;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what may be lost, and loses it rather than to wait or to fail. For one thread. */
final class ProgressSender {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressSender.class);

    private final Broker broker;
    private @Nullable Channel channel;

    ProgressSender(Broker broker) {
        this.broker = broker;
    }

    void send(JudgeProgress progress) {
        send(Queues.PROGRESS_TYPE, progress);
    }

    void send(WorkerStatus status) {
        send(Queues.WORKER_STATUS_TYPE, status);
    }

    private void send(String type, Object message) {
        try {
            Channel open = channel;
            if (open == null || !open.isOpen()) {
                open = broker.channelAtOnce().orElse(null);
                channel = open;
            }
            if (open != null && !broker.isBlocked()) {
                BasicProperties properties = new BasicProperties.Builder()
                        .contentType("application/json")
                        .type(type)
                        .deliveryMode(1)
                        .build();
                open.basicPublish(Queues.PROGRESS_EXCHANGE, "", properties, Wire.write(message));
            }
        } catch (IOException | AlreadyClosedException e) {
            LOG.debug("Lost a message of type {}", type, e);
        }
    }
}
