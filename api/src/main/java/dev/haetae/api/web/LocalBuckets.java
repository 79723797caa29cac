package dev.haetae.api.web;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;

/** Token buckets of this node alone, bounded: the one that was longest unused is forgotten first. */
final class LocalBuckets {

    private static final int MOST = 10_000;

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {

        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST;
        }
    };

    synchronized Bucket bucket(String key, BucketConfiguration configuration) {
        return buckets.computeIfAbsent(key, absent -> {
            var builder = Bucket.builder();
            for (var limit : configuration.getBandwidths()) {
                builder.addLimit(limit);
            }
            return builder.build();
        });
    }
}
