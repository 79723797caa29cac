package dev.haetae.worker.queue;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Address;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import dev.haetae.common.JudgeProgress;
import dev.haetae.common.JudgeReport;
import dev.haetae.common.JudgeRequest;
import dev.haetae.common.Queues;
import dev.haetae.common.Wire;
import dev.haetae.common.WorkerStatus;
import dev.haetae.common.testing.Services;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The API's side of a real broker, all queues empty. */
final class TestBroker implements AutoCloseable {

    private static final Map<String, Object> REQUESTS = Map.of(
            "x-queue-type",
            "quorum",
            "x-dead-letter-exchange",
            Queues.DEAD_EXCHANGE,
            "x-dead-letter-strategy",
            "at-least-once",
            "x-overflow",
            "reject-publish");

    private final Connection connection;
    private final Channel channel;
    final List<JudgeProgress> progress = new CopyOnWriteArrayList<>();
    final List<WorkerStatus> heartbeats = new CopyOnWriteArrayList<>();

    TestBroker() throws Exception {
        connection = factory(Services.rabbitUri()).newConnection("test");
        channel = connection.createChannel();
        deleteQueues();
        channel.exchangeDeclare(Queues.REQUESTS_EXCHANGE, BuiltinExchangeType.DIRECT, true);
        channel.exchangeDeclare(Queues.REPORTS_EXCHANGE, BuiltinExchangeType.DIRECT, true);
        channel.exchangeDeclare(Queues.PROGRESS_EXCHANGE, BuiltinExchangeType.FANOUT, true);
        channel.exchangeDeclare(Queues.DEAD_EXCHANGE, BuiltinExchangeType.FANOUT, true);
        listenToProgress();
    }

    void deleteQueues() throws IOException {
        for (String queue : List.of(Queues.LIVE_REQUESTS, Queues.BULK_REQUESTS, Queues.REPORTS, Queues.DEAD)) {
            channel.queueDelete(queue);
        }
    }

    void declareQueues() throws IOException {
        declare(Queues.LIVE_REQUESTS, REQUESTS);
        channel.queueBind(Queues.LIVE_REQUESTS, Queues.REQUESTS_EXCHANGE, Queues.LIVE_KEY);
        declare(Queues.BULK_REQUESTS, REQUESTS);
        channel.queueBind(Queues.BULK_REQUESTS, Queues.REQUESTS_EXCHANGE, Queues.BULK_KEY);
        declare(Queues.DEAD, Map.of("x-queue-type", "quorum"));
        channel.queueBind(Queues.DEAD, Queues.DEAD_EXCHANGE, "");
        declareReports();
    }

    void declareReports() throws IOException {
        declare(Queues.REPORTS, REQUESTS);
        channel.queueBind(Queues.REPORTS, Queues.REPORTS_EXCHANGE, Queues.REPORTS_KEY);
    }

    void deleteReports() throws IOException {
        channel.queueDelete(Queues.REPORTS);
    }

    /** How a worker reaches it. */
    static ConnectionFactory workerFactory() throws Exception {
        return factory(Services.rabbitWorkerUri());
    }

    static List<Address> addresses() {
        URI uri = Services.rabbitWorkerUri();
        return List.of(new Address(uri.getHost(), uri.getPort()));
    }

    void publish(JudgeRequest request) throws IOException {
        publish(Queues.LIVE_KEY, Wire.write(request));
    }

    void publishBulk(JudgeRequest request) throws IOException {
        publish(Queues.BULK_KEY, Wire.write(request));
    }

    void publish(String key, byte[] body) throws IOException {
        channel.basicPublish(
                Queues.REQUESTS_EXCHANGE,
                key,
                new BasicProperties.Builder().deliveryMode(2).build(),
                body);
    }

    /** Takes what is in a queue. */
    synchronized List<byte[]> take(String queue) throws IOException {
        List<byte[]> bodies = new ArrayList<>();
        for (GetResponse got = channel.basicGet(queue, true); got != null; got = channel.basicGet(queue, true)) {
            bodies.add(got.getBody());
        }
        return bodies;
    }

    Optional<JudgeReport> report() throws IOException {
        GetResponse got = channel.basicGet(Queues.REPORTS, true);
        return got == null ? Optional.empty() : Optional.of(Wire.read(got.getBody(), JudgeReport.class));
    }

    /** Delivers once and gives back, as if a worker had died of it. */
    void bringBack(String queue) throws Exception {
        Channel dying = connection.createChannel();
        while (dying.basicGet(queue, false) == null) {
            Thread.onSpinWait();
        }
        dying.abort();
    }

    @Override
    public void close() throws IOException {
        deleteQueues();
        connection.close();
    }

    private void listenToProgress() throws IOException {
        String queue = channel.queueDeclare().getQueue();
        channel.queueBind(queue, Queues.PROGRESS_EXCHANGE, "");
        channel.basicConsume(
                queue,
                true,
                (_, message) -> {
                    if (message.getProperties().getType().equals(Queues.PROGRESS_TYPE)) {
                        progress.add(Wire.read(message.getBody(), JudgeProgress.class));
                    } else {
                        heartbeats.add(Wire.read(message.getBody(), WorkerStatus.class));
                    }
                },
                _ -> {});
    }

    private void declare(String queue, Map<String, Object> arguments) throws IOException {
        channel.queueDeclare(queue, true, false, false, arguments);
    }

    private static ConnectionFactory factory(URI uri) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(uri);
        return factory;
    }
}
