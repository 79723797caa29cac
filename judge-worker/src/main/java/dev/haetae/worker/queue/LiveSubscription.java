package dev.haetae.worker.queue;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import dev.haetae.common.Queues;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A subscription to the live requests: what the broker pushes, in its order. */
final class LiveSubscription extends DefaultConsumer {

    private final BlockingQueue<Delivered> arrived = new LinkedBlockingQueue<>();
    private final CountDownLatch cancelled = new CountDownLatch(1);

    private LiveSubscription(Channel channel) {
        super(channel);
    }

    static LiveSubscription on(Channel channel) throws IOException {
        LiveSubscription subscription = new LiveSubscription(channel);
        channel.basicConsume(Queues.LIVE_REQUESTS, false, subscription);
        return subscription;
    }

    /** The next that arrived, waited for so long; null if there is none. */
    @Nullable
    Delivered poll(Duration patience) throws InterruptedException {
        return arrived.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends the subscription; afterwards all that the broker pushed has arrived. */
    void cancel() throws IOException, InterruptedException {
        getChannel().basicCancel(getConsumerTag());
        cancelled.await(10, TimeUnit.SECONDS);
    }

    @Override
    public void handleDelivery(String tag, Envelope envelope, BasicProperties properties, byte[] body) {
        arrived.add(Delivered.of(envelope.getDeliveryTag(), properties, body, false));
    }

    @Override
    public void handleCancelOk(String tag) {
        cancelled.countDown();
    }

    /** The queue was deleted: the channel goes too, so that its owner begins anew and waits for the queue. */
    @Override
    public void handleCancel(String tag) {
        Broker.abandon(getChannel());
    }
}
