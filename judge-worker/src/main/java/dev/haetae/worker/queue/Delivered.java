package dev.haetae.worker.queue;

import com.rabbitmq.client.AMQP.BasicProperties;
import dev.haetae.common.tracing.TraceParent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came from its queue, to be acknowledged on the channel that it came by.
 *
 * @param tag its number on that channel
 * @param deliveries how often it was delivered before, without an end
 * @param bulk whether it came from the queue of those that may wait
 * @param traceParent the span that sent it, or null where nothing is traced
 */
record Delivered(
        long tag,
        byte[] body,
        long deliveries,
        boolean bulk,
        @Nullable String traceParent) {

    static Delivered of(long tag, BasicProperties properties, byte[] body, boolean bulk) {
        Map<String, Object> headers = properties.getHeaders() == null ? Map.of() : properties.getHeaders();
        Object parent = headers.get(TraceParent.HEADER);
        return new Delivered(
                tag,
                body,
                headers.get("x-delivery-count") instanceof Number count ? count.longValue() : 0,
                bulk,
                parent == null ? null : parent.toString());
    }

    boolean isRedelivered() {
        return deliveries > 0;
    }
}
