package dev.haetae.api.web;

import static io.github.bucket4j.distributed.ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketExceptions.BucketExecutionException;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/** Token buckets in Redis. The connection is made at the first use, since Redis may be away when the API starts. */
@Component
class RedisBuckets {

    private static final String PREFIX = "limit:";
    private static final Duration KEPT_WHEN_FULL = Duration.ofMinutes(1);

    private final Redis redis;
    private final LettuceConnectionFactory connections;
    private @Nullable Connected connected;

    RedisBuckets(Redis redis, LettuceConnectionFactory connections) {
        this.redis = redis;
        this.connections = connections;
    }

    /** What {@code work} returns for the bucket; null when Redis does not answer. */
    <T> @Nullable T attempt(String key, BucketConfiguration configuration, Function<Bucket, T> work) {
        if (redis.isResting()) {
            return null;
        }
        try {
            return work.apply(buckets().getProxy(PREFIX + key, () -> configuration));
        } catch (RedisException | BucketExecutionException e) {
            redis.rest(e);
            return null;
        }
    }

    private synchronized ProxyManager<String> buckets() {
        if (connected == null) {
            connected = connect();
        }
        return connected.buckets();
    }

    private Connected connect() {
        var client = (RedisClient) connections.getRequiredNativeClient();
        var connection = client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
        var buckets = Bucket4jLettuce.casBasedBuilder(connection)
                .requestTimeout(connections.getClientConfiguration().getCommandTimeout())
                .expirationAfterWrite(basedOnTimeForRefillingBucketUpToMax(KEPT_WHEN_FULL))
                .build();
        return new Connected(connection, buckets);
    }

    @PreDestroy
    synchronized void close() {
        if (connected != null) {
            connected.connection().close();
        }
    }

    /** The connection and what goes over it. */
    private record Connected(StatefulConnection<String, byte[]> connection, ProxyManager<String> buckets) {}
}
