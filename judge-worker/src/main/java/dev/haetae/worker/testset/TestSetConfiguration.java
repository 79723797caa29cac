package dev.haetae.worker.testset;

import dev.haetae.common.WorkerStatus;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the cache of test data together. */
@Configuration(proxyBeanMethods = false)
class TestSetConfiguration {

    @Bean
    BlobCache blobCache(
            CacheProperties cache,
            @Value("${haetae.api.url}") URI api,
            @Value("${haetae.worker.token-file}") Path tokenFile)
            throws IOException {
        BlobSource source = new ApiBlobs(new Download(api, tokenFile), Patience.USUAL);
        BlobDirectory directory = new BlobDirectory(cache.directory(), source);
        return new BlobCache(directory, cache.size().toBytes());
    }

    @Bean
    TestSets testSets(BlobCache cache) {
        return new CachedTestSets(cache);
    }

    /** For the worker's heartbeats. */
    @Bean
    Supplier<WorkerStatus.Cache> cacheFigures(BlobCache cache) {
        return cache::figures;
    }
}
