package dev.haetae.worker.queue;

import com.rabbitmq.client.AMQP.BasicProperties;

/**
 * A request as it came from its queue, to be acknowledged on the channel that it came by.
 *
 * @param tag its number on that channel
 * @param deliveries how often it was delivered before, without an end
 * @param bulk whether it came from the queue of those that may wait
 */
record Delivered(long tag, byte[] body, long deliveries, boolean bulk) {

    static Delivered of(long tag, BasicProperties properties, byte[] body, boolean bulk) {
        Object count =
                properties.getHeaders() == null ? null : properties.getHeaders().get("x-delivery-count");
        return new Delivered(tag, body, count instanceof Number number ? number.longValue() : 0, bulk);
    }

    boolean isRedelivered() {
        return deliveries > 0;
    }
}
