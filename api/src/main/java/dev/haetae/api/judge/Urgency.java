package dev.haetae.api.judge;

import dev.haetae.common.Queues;

/** The two classes of requests. */
public enum Urgency {
    /** Somebody waits for the verdict. */
    LIVE(Queues.LIVE_REQUESTS, Queues.LIVE_KEY),
    /** Done when nobody waits: rejudging, verification. */
    BULK(Queues.BULK_REQUESTS, Queues.BULK_KEY);

    private final String queue;
    private final String routingKey;

    Urgency(String queue, String routingKey) {
        this.queue = queue;
        this.routingKey = routingKey;
    }

    String queue() {
        return queue;
    }

    String routingKey() {
        return routingKey;
    }
}
