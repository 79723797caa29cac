package dev.haetae.worker.queue;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.GetResponse;
import dev.haetae.common.Queues;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * One slot's way to the requests. Live ones are pushed to it, one at a time; only when none came for a while, and another slot stays free
 * for them, it ends its subscription and pulls a bulk one, so that no live request is ever stuck behind it. While it pulls, it looks for
 * live ones first.
 */
final class RequestChannel implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Channel channel;
    private final Semaphore bulkSlots;
    private @Nullable LiveSubscription subscription;
    private @Nullable Delivered pulled;
    private boolean holdsBulkSlot;

    /**
     * A channel that the slot owns from now on.
     *
     * @param bulkSlots the worker's slots that may do bulk work at a time
     */
    RequestChannel(Channel channel, Semaphore bulkSlots) throws IOException {
        this.channel = channel;
        this.bulkSlots = bulkSlots;
        channel.basicQos(1);
        subscription = LiveSubscription.on(channel);
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    /** Does something when the channel is lost, or closed. */
    void onClose(Runnable action) {
        channel.addShutdownListener(_ -> action.run());
    }

    /** Waits a while for a request. */
    Optional<Delivered> next() throws IOException, InterruptedException {
        Delivered live = subscription == null ? get(Queues.LIVE_REQUESTS) : subscription.poll(PATIENCE);
        if (live != null) {
            return Optional.of(live);
        }
        Delivered bulk = bulk();
        if (bulk == null && subscription == null) {
            subscription = LiveSubscription.on(channel);
        }
        return Optional.ofNullable(bulk);
    }

    /** The request is done with, its report confirmed. */
    void acknowledge(Delivered request) throws IOException {
        channel.basicAck(request.tag(), false);
        release(request);
    }

    /** The request can never be done: it goes to the dead letters. */
    void reject(Delivered request) throws IOException {
        channel.basicReject(request.tag(), false);
        release(request);
    }

    /** What is not acknowledged goes back to its queue. */
    @Override
    public void close() {
        Broker.abandon(channel);
        if (holdsBulkSlot) {
            bulkSlots.release();
            holdsBulkSlot = false;
        }
    }

    private @Nullable Delivered bulk() throws IOException, InterruptedException {
        if (pulled == null) {
            pulled = pull();
        }
        Delivered late = pulled == null || subscription == null ? null : endSubscription();
        if (late != null) {
            return late;
        }
        Delivered bulk = pulled;
        pulled = null;
        return bulk;
    }

    private @Nullable Delivered pull() throws IOException {
        if (!bulkSlots.tryAcquire()) {
            return null;
        }
        holdsBulkSlot = true;
        Delivered bulk = get(Queues.BULK_REQUESTS);
        if (bulk == null) {
            bulkSlots.release();
            holdsBulkSlot = false;
        }
        return bulk;
    }

    /** Ends the subscription, and returns what was pushed in the meantime. */
    private @Nullable Delivered endSubscription() throws IOException, InterruptedException {
        LiveSubscription ending = subscription;
        subscription = null;
        if (ending == null) {
            return null;
        }
        ending.cancel();
        return ending.poll(Duration.ZERO);
    }

    private @Nullable Delivered get(String queue) throws IOException {
        GetResponse response = channel.basicGet(queue, false);
        return response == null
                ? null
                : Delivered.of(
                        response.getEnvelope().getDeliveryTag(),
                        response.getProps(),
                        response.getBody(),
                        queue.equals(Queues.BULK_REQUESTS));
    }

    private void release(Delivered request) {
        if (request.bulk()) {
            bulkSlots.release();
            holdsBulkSlot = false;
        }
    }
}
