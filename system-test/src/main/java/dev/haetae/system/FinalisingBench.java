package dev.haetae.system;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import dev.haetae.common.Head;
import dev.haetae.common.JudgeReport;
import dev.haetae.common.JudgeResult.Judged;
import dev.haetae.common.Queues;
import dev.haetae.common.TestResult;
import dev.haetae.common.Verdict;
import dev.haetae.common.Wire;
import dev.haetae.system.Bench.Measurement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** How many reports of 20 tests a second become verdicts: those of submissions that {@link IntakeBench} left unfinished. */
final class FinalisingBench implements Measurement {

    private static final int TESTS = 20;
    private static final int WARM_UP = 2_000;
    private static final int REPORTS = 4_000;
    private static final int MOST_SECONDS = 120;

    private final BenchSystem system;

    FinalisingBench(BenchSystem system) {
        this.system = system;
    }

    @Override
    public String title() {
        return "Reports of " + TESTS + " tests finalised, in batches";
    }

    @Override
    public List<String> run() throws Exception {
        finalise(unfinished(WARM_UP));
        List<UUID> submissions = unfinished(REPORTS);
        double seconds = finalise(submissions);
        return List.of(String.format(
                Locale.ROOT,
                "%.0f/s (%d reports), goal at least 1000/s",
                submissions.size() / seconds,
                submissions.size()));
    }

    private double finalise(List<UUID> submissions) throws Exception {
        long before = countUnfinished();
        long start = System.nanoTime();
        publish(submissions);
        long deadline = start + Duration.ofSeconds(MOST_SECONDS).toNanos();
        while (before - countUnfinished() < submissions.size()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "after " + MOST_SECONDS + " s " + countUnfinished() + " are unfinished");
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private void publish(List<UUID> submissions) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(system.port("rabbitmq"));
        factory.setVirtualHost("haetae");
        factory.setUsername("worker");
        factory.setPassword(system.secret("rabbitmq-worker-password"));
        BasicProperties persistent = MessageProperties.PERSISTENT_BASIC;
        try (Connection connection = factory.newConnection();
                Channel channel = connection.createChannel()) {
            channel.confirmSelect();
            for (UUID submission : submissions) {
                channel.basicPublish(
                        Queues.REPORTS_EXCHANGE, Queues.REPORTS_KEY, persistent, Wire.write(report(submission)));
            }
            channel.waitForConfirmsOrDie(MOST_SECONDS * 1_000L);
        }
    }

    private static JudgeReport report(UUID submission) {
        List<TestResult> tests = IntStream.rangeClosed(1, TESTS)
                .mapToObj(index -> new TestResult(
                        index,
                        "secret/" + index,
                        "secret",
                        Verdict.ACCEPTED,
                        null,
                        0,
                        null,
                        1,
                        2,
                        1 << 20,
                        null,
                        null,
                        Head.of("42\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 3),
                        Head.EMPTY))
                .toList();
        Judged judged = new Judged(Verdict.ACCEPTED, tests, TESTS, "bench", "");
        return new JudgeReport(submission, 1, "bench", "bench", judged);
    }

    private List<UUID> unfinished(int most) throws Exception {
        try (var connection = system.database();
                var query = connection.prepareStatement("""
                        select id from submission where verdict is null and attempt = 1 order by id limit ?
                        """)) {
            query.setInt(1, most);
            List<UUID> found = new ArrayList<>();
            var rows = query.executeQuery();
            while (rows.next()) {
                found.add(rows.getObject(1, UUID.class));
            }
            return found;
        }
    }

    private long countUnfinished() throws Exception {
        try (var connection = system.database();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from submission where verdict is null")) {
            if (!row.next()) {
                throw new SQLException("count(*) gave no row");
            }
            return row.getLong(1);
        }
    }
}
