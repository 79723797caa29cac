package dev.haetae.api.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Redis takes connections and says nothing: the worst way to be away. */
class RedisAwayTests {

    private ServerSocket silent;
    private LettuceConnectionFactory connections;
    private Redis redis;

    @BeforeEach
    void listenWithoutAnswering() throws IOException {
        silent = new ServerSocket(0);
        connections = new LettuceConnectionFactory(
                new RedisStandaloneConfiguration("127.0.0.1", silent.getLocalPort()),
                LettuceClientConfiguration.builder()
                        .commandTimeout(Duration.ofMillis(200))
                        .shutdownTimeout(Duration.ZERO)
                        .build());
        connections.afterPropertiesSet();
        connections.start();
        redis = new Redis(new StringRedisTemplate(connections), new SimpleMeterRegistry());
    }

    @AfterEach
    void close() throws IOException {
        connections.destroy();
        silent.close();
    }

    @Test
    void goesOnWithoutAValue() {
        String value = redis.attempt(template -> template.opsForValue().get("key"));

        assertThat(value).isNull();
    }

    @Test
    void isLeftAloneAfterAFailure() {
        AtomicInteger tries = new AtomicInteger();
        for (int call = 0; call < 100; call++) {
            redis.attempt(template -> {
                tries.incrementAndGet();
                return template.opsForValue().get("key");
            });
        }

        assertThat(tries).hasValue(1);
    }

    @Test
    void stillLimitsByThisNodesOwnCount() {
        RateLimits limits = limits(3);
        UUID student = UUID.randomUUID();
        for (int submission = 0; submission < 3; submission++) {
            limits.takeSubmission(student);
        }

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> limits.takeSubmission(student))
                .satisfies(
                        refusal -> assertThat(refusal.retryAfter()).isBetween(Duration.ZERO, Duration.ofSeconds(20)));
    }

    @Test
    void limitsEachStudentAlone() {
        RateLimits limits = limits(1);

        limits.takeSubmission(UUID.randomUUID());
        limits.takeSubmission(UUID.randomUUID());
    }

    private RateLimits limits(int submissionsPerMinute) {
        return new RateLimits(new RedisBuckets(redis, connections), new RequestLimits(submissionsPerMinute, 20, 10));
    }
}
