package dev.haetae.worker.testset;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the cache of test data together. */
@Configuration(proxyBeanMethods = false)
class TestSetConfiguration {

    @Bean
    TestSets testSets(
            CacheProperties cache,
            @Value("${haetae.api.url}") URI api,
            @Value("${haetae.worker.token-file}") Path tokenFile)
            throws IOException {
        BlobSource source = new ApiBlobs(new Download(api, tokenFile), Patience.USUAL);
        BlobDirectory directory = new BlobDirectory(cache.directory(), source);
        return new CachedTestSets(new BlobCache(directory, cache.size().toBytes()));
    }
}
