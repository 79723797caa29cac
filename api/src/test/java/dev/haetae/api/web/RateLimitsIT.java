package dev.haetae.api.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.haetae.api.ApiTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Limits in Redis. */
@ApiTest
class RateLimitsIT {

    @Autowired
    private RateLimits limits;

    @Autowired
    private Redis redis;

    @Autowired
    private LettuceConnectionFactory connections;

    /** One comes back every second. */
    @Test
    void refusesTheSubmissionAfterAMinutesSixty() {
        UUID student = UUID.randomUUID();
        Instant began = Instant.now();
        AtomicInteger taken = new AtomicInteger();

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> takeAll(student, taken))
                .satisfies(refusal -> assertThat(refusal.retryAfter()).isBetween(Duration.ZERO, Duration.ofSeconds(1)));
        long secondsSince = Duration.between(began, Instant.now()).toSeconds();
        assertThat(taken.get()).isBetween(60, 60 + (int) secondsSince);
    }

    private void takeAll(UUID student, AtomicInteger taken) {
        while (taken.get() < 600) {
            limits.takeSubmission(student);
            taken.incrementAndGet();
        }
    }

    @Test
    void countsForAllNodesTogether() {
        UUID student = UUID.randomUUID();
        RateLimits one = node();
        RateLimits other = node();
        one.takeSubmission(student);
        other.takeSubmission(student);

        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> one.takeSubmission(student));
    }

    @Test
    void takesALoginBackThatSucceeded() {
        String user = UUID.randomUUID().toString();

        for (int login = 0; login < 20; login++) {
            limits.takeLogin(user, "192.0.2.1");
            limits.giveBackLogin(user, "192.0.2.1");
        }
    }

    private RateLimits node() {
        return new RateLimits(new RedisBuckets(redis, connections), new RequestLimits(2, 20, 10));
    }
}
