package dev.haetae.api.testing;

import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import dev.haetae.common.JudgeProgress;
import dev.haetae.common.JudgeProgress.Step;
import dev.haetae.common.JudgeReport;
import dev.haetae.common.JudgeRequest;
import dev.haetae.common.JudgeResult;
import dev.haetae.common.Queues;
import dev.haetae.common.StageTimes;
import dev.haetae.common.Wire;
import dev.haetae.common.WorkerStatus;
import dev.haetae.common.testing.Services;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A worker that a test plays, with a worker's own rights on the broker; as an extension it leaves after each test. */
public final class WorkerByHand implements AfterEachCallback {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Connection connection;
    private final Channel channel;

    private WorkerByHand(Connection connection) throws IOException {
        this.connection = connection;
        this.channel = connection.createChannel();
    }

    /** A worker that is connected and asks for nothing by itself. */
    public static WorkerByHand connect() {
        try {
            ConnectionFactory factory = new ConnectionFactory();
            factory.setUri(Services.rabbitWorkerUri());
            return new WorkerByHand(factory.newConnection());
        } catch (IOException | TimeoutException | GeneralSecurityException | URISyntaxException e) {
            throw new IllegalStateException("the test's worker cannot connect", e);
        }
    }

    /** Drops the requests that other tests have left. */
    public void forgetWhatWaits() {
        try {
            channel.queuePurge(Queues.LIVE_REQUESTS);
            channel.queuePurge(Queues.BULK_REQUESTS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the next live request and acknowledges it. */
    public JudgeRequest take() throws IOException {
        return take(Queues.LIVE_REQUESTS);
    }

    /** Takes the next request of a queue and acknowledges it. */
    public JudgeRequest take(String queue) throws IOException {
        GetResponse delivery = delivery(queue);
        channel.basicAck(delivery.getEnvelope().getDeliveryTag(), false);
        return Wire.read(delivery.getBody(), JudgeRequest.class);
    }

    /** Takes the next request and gives it back, as the broker does for a worker that dies. */
    public void takeAndDie() throws IOException {
        channel.basicNack(delivery(Queues.LIVE_REQUESTS).getEnvelope().getDeliveryTag(), false, true);
    }

    private GetResponse delivery(String queue) {
        @Nullable
        GetResponse delivery =
                await().atMost(SOON).until(() -> channel.basicGet(queue, false), response -> response != null);
        if (delivery == null) {
            throw new IllegalStateException("no request came");
        }
        return delivery;
    }

    /** Tells of a step. */
    public void tell(JudgeRequest request, Step step) throws IOException {
        JudgeProgress progress = new JudgeProgress(request.submissionId(), request.attempt(), "by-hand", step);
        BasicProperties properties =
                new BasicProperties.Builder().type(Queues.PROGRESS_TYPE).build();
        channel.basicPublish(Queues.PROGRESS_EXCHANGE, "", properties, Wire.write(progress));
    }

    /** Tells how it is. */
    public void beat(WorkerStatus status) throws IOException {
        BasicProperties properties =
                new BasicProperties.Builder().type(Queues.WORKER_STATUS_TYPE).build();
        channel.basicPublish(Queues.PROGRESS_EXCHANGE, "", properties, Wire.write(status));
    }

    /** Reports a request's end, and how long it took. */
    public void report(JudgeRequest request, JudgeResult result, StageTimes times) throws IOException {
        reportBytes(Wire.write(
                new JudgeReport(request.submissionId(), request.attempt(), "by-hand", "no sandbox", result, times)));
    }

    /** Reports a request's end. */
    public void report(JudgeRequest request, JudgeResult result) throws IOException {
        reportBytes(Wire.write(
                new JudgeReport(request.submissionId(), request.attempt(), "by-hand", "no sandbox", result)));
    }

    /** Sends whatever it is as a report. */
    public void reportBytes(byte[] body) throws IOException {
        channel.basicPublish(Queues.REPORTS_EXCHANGE, Queues.REPORTS_KEY, null, body);
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        connection.close();
    }
}
