package dev.haetae.worker.testset;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * The cache of test data.
 *
 * @param directory where it lies; made if missing, owned by the worker alone
 * @param size what it holds at most, but for what judgings under way use
 */
@ConfigurationProperties("haetae.worker.cache")
record CacheProperties(Path directory, DataSize size) {
    CacheProperties {
        if (size.isNegative()) {
            throw new IllegalArgumentException("haetae.worker.cache.size cannot be " + size);
        }
    }
}
