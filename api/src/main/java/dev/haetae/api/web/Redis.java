package dev.haetae.api.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Service;

/**
 * Redis as something that may be away. After a failure it is left alone for some seconds, so that a call costs at most one
 * timeout of an unreachable Redis, and most calls none.
 */
@Service
public class Redis {

    private static final Logger log = LoggerFactory.getLogger(Redis.class);
    private static final Duration REST = Duration.ofSeconds(5);

    private final StringRedisTemplate template;
    private final MeterRegistry metrics;
    private final AtomicLong restingUntilNanos = new AtomicLong(System.nanoTime());

    Redis(StringRedisTemplate template, MeterRegistry metrics) {
        this.template = template;
        this.metrics = metrics;
    }

    /** What {@code work} returns; null also when Redis does not answer. */
    public <T> @Nullable T attempt(Function<StringRedisTemplate, @Nullable T> work) {
        if (isResting()) {
            return null;
        }
        try {
            return work.apply(template);
        } catch (DataAccessException e) {
            rest(e);
            return null;
        }
    }

    /**
     * The text kept under {@code cache:key}, else what {@code make} makes, kept for the next reader. Operators see how often it was there.
     *
     * @param key names what it is made of, so that what is kept is never stale
     */
    public String kept(String cache, String key, Duration keep, Supplier<String> make) {
        String name = cache + ":" + key;
        String kept = attempt(redis -> redis.opsForValue().get(name));
        metrics.counter("haetae.cache", "cache", cache, "result", kept == null ? "miss" : "hit")
                .increment();
        if (kept != null) {
            return kept;
        }
        String made = make.get();
        attempt(redis -> {
            redis.opsForValue().set(name, made, keep);
            return true;
        });
        return made;
    }

    boolean isResting() {
        return System.nanoTime() - restingUntilNanos.get() < 0;
    }

    void rest(RuntimeException cause) {
        long before = restingUntilNanos.get();
        long until = System.nanoTime() + REST.toNanos();
        if (restingUntilNanos.compareAndSet(before, until)) {
            log.warn("Redis does not answer, going on without it for {} s: {}", REST.toSeconds(), cause.toString());
        }
    }
}
