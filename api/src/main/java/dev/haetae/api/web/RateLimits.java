package dev.haetae.api.web;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/**
 * Token buckets, shared by all nodes through Redis. While Redis is away each node counts for itself: then a user gets at most
 * the limit once for each node.
 */
@Service
public class RateLimits {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RedisBuckets shared;
    private final LocalBuckets local;
    private final RequestLimits limits;

    RateLimits(RedisBuckets shared, RequestLimits limits) {
        this.shared = shared;
        this.local = new LocalBuckets();
        this.limits = limits;
    }

    /**
     * Takes one submission of a student's minute.
     *
     * @throws RefusedException when there is none left
     */
    public void takeSubmission(UUID student) {
        take("submission:" + student, limits.submissionsPerMinute(), "Too many submissions in a minute.");
    }

    /**
     * Takes one failed login of a username's and address's minute, before the password is looked at: so that many tries at
     * the same time do not slip through. A login that succeeds {@linkplain #giveBackLogin gives it back}.
     *
     * @throws RefusedException when there is none left
     */
    public void takeLogin(String username, String address) {
        take(login(username, address), limits.failedLoginsPerMinute(), "Too many failed logins.");
    }

    /** Gives back what {@link #takeLogin} took. */
    public void giveBackLogin(String username, String address) {
        with(login(username, address), limits.failedLoginsPerMinute(), bucket -> {
            bucket.addTokens(1);
            return true;
        });
    }

    private void take(String key, int perMinute, String refusal) {
        ConsumptionProbe probe = with(key, perMinute, bucket -> bucket.tryConsumeAndReturnRemaining(1));
        if (!probe.isConsumed()) {
            throw RefusedException.tooMany(refusal, Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private <T> T with(String key, int perMinute, Function<Bucket, T> work) {
        BucketConfiguration configuration = BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(perMinute)
                        .refillGreedy(perMinute, MINUTE)
                        .build())
                .build();
        T result = shared.attempt(key, configuration, work);
        return result != null ? result : work.apply(local.bucket(key, configuration));
    }

    /** The username is hashed, since it may be anything that somebody typed, passwords included. */
    private static String login(String username, String address) {
        return "login:" + Sha256.hex(username) + ":" + address;
    }
}
