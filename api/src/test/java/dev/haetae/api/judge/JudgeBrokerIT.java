package dev.haetae.api.judge;

import static dev.haetae.api.judge.Requests.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.haetae.api.ApiTest;
import dev.haetae.api.testing.WorkerByHand;
import dev.haetae.common.JudgeRequest;
import dev.haetae.common.JudgeResult.CompileFailed;
import dev.haetae.common.Queues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Binding.DestinationType;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the broker promises of our queues, and what becomes of messages that it, or the database, does not take. */
@ApiTest
class JudgeBrokerIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Binding LIVE = new Binding(
            Queues.LIVE_REQUESTS, DestinationType.QUEUE, Queues.REQUESTS_EXCHANGE, Queues.LIVE_KEY, Map.of());

    @Autowired
    private JudgeQueue queue;

    @Autowired
    private SimpleMessageListenerContainer reportContainer;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AmqpAdmin broker;

    @Autowired
    private RabbitTemplate rabbit;

    @RegisterExtension
    private final WorkerByHand worker = WorkerByHand.connect();

    @BeforeEach
    void connectAsAWorker() throws Exception {
        worker.forgetWhatWaits();
    }

    /** The broker refuses to declare a queue again with other arguments. */
    @ParameterizedTest
    @ValueSource(strings = {Queues.LIVE_REQUESTS, Queues.BULK_REQUESTS, Queues.REPORTS})
    void losesNothingOnTheWayToTheDeadLetters(String name) {
        declare(name, "at-least-once", "reject-publish");

        assertThatExceptionOfType(AmqpException.class)
                .isThrownBy(() -> declare(name, "at-most-once", "reject-publish"));
        assertThatExceptionOfType(AmqpException.class).isThrownBy(() -> declare(name, "at-least-once", "drop-head"));
    }

    private void declare(String name, String strategy, String overflow) {
        Map<String, Object> arguments = Map.of(
                "x-queue-type",
                "quorum",
                "x-dead-letter-exchange",
                Queues.DEAD_EXCHANGE,
                "x-dead-letter-strategy",
                strategy,
                "x-overflow",
                overflow);
        rabbit.execute(channel -> channel.queueDeclare(name, true, false, false, arguments));
    }

    @Test
    void limitsTheDeliveriesOfRequestsAlone() throws IOException {
        JsonNode policies = new JsonMapper()
                .readTree(Files.readString(Path.of("..", "docker", "rabbitmq", "definitions.json")))
                .get("policies");

        assertThat(policies).singleElement().satisfies(policy -> {
            Pattern queues = Pattern.compile(policy.get("pattern").asString());
            assertThat(policy.at("/definition/delivery-limit").asInt()).isEqualTo(3);
            assertThat(List.of(Queues.LIVE_REQUESTS, Queues.BULK_REQUESTS))
                    .allMatch(name -> queues.matcher(name).find());
            assertThat(List.of(Queues.REPORTS, Queues.DEAD))
                    .noneMatch(name -> queues.matcher(name).find());
        });
    }

    /** The later request shows that the relay has tried the earlier one by then. */
    @Test
    void keepsARequestThatCannotBeRouted() throws Exception {
        broker.removeBinding(LIVE);
        JudgeRequest returned = enqueued(Urgency.LIVE);
        JudgeRequest later = enqueued(Urgency.BULK);
        try {
            await().atMost(SOON).until(() -> isPublished(later));
            assertThat(isPublished(returned)).isFalse();
        } finally {
            broker.declareBinding(LIVE);
        }

        assertThat(worker.take().submissionId()).isEqualTo(returned.submissionId());
        await().atMost(SOON).until(() -> isPublished(returned));
    }

    /** The database takes no U+0000, so that the batch fails as a whole. */
    @Test
    void storesTheReportsOfAFailingBatchOneByOne() throws Exception {
        JudgeRequest good = enqueued(Urgency.LIVE);
        JudgeRequest bad = enqueued(Urgency.LIVE);
        reportContainer.stop();
        worker.report(bad, new CompileFailed("cc", "\0"));
        worker.report(good, new CompileFailed("cc", "no"));

        reportContainer.start();

        await().atMost(SOON).until(() -> isFinished(good) && isFinished(bad));
        assertThat(isDead(good)).isFalse();
        assertThat(isDead(bad)).isTrue();
    }

    private JudgeRequest enqueued(Urgency urgency) {
        JudgeRequest request = aRequest();
        transaction.executeWithoutResult(_ -> queue.enqueue(request, urgency));
        return request;
    }

    private boolean isPublished(JudgeRequest request) {
        return isThere("judging", "published_at is not null", request);
    }

    private boolean isFinished(JudgeRequest request) {
        return isThere("judging", "finished_at is not null", request);
    }

    private boolean isDead(JudgeRequest request) {
        return isThere("dead_letter", "true", request);
    }

    private boolean isThere(String table, String condition, JudgeRequest request) {
        return jdbc.sql("select exists (select 1 from " + table + " where submission_id = :id and " + condition + ")")
                .param("id", request.submissionId())
                .query(Boolean.class)
                .single();
    }
}
