package dev.haetae.api.problem;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import software.amazon.awssdk.services.s3.S3Client;

/** Makes the store that the settings name. What is chosen here is chosen at each start, as a condition on a bean need not be. */
@Configuration(proxyBeanMethods = false)
class BlobStores {

    /**
     * A store, and what takes old blobs out of it.
     *
     * @param blobs the store
     * @param old of the same store
     */
    record Store(BlobStore blobs, OldBlobs old) {}

    @Bean
    Store store(BlobSettings settings, JdbcClient jdbc, TransactionOperations transaction) {
        return switch (settings.store()) {
            case DIRECTORY -> inDirectory(requireNonNull(settings.directory()));
            case S3 -> inBucket(requireNonNull(settings.s3()), new KeptBlobs(jdbc, transaction));
        };
    }

    @Bean
    BlobStore blobStore(Store store) {
        return store.blobs();
    }

    @Bean
    OldBlobs oldBlobs(Store store) {
        return store.old();
    }

    private static Store inDirectory(Path directory) {
        var files = new DirectoryBlobStore(directory);
        return new Store(files, new OldFiles(files, directory));
    }

    private static Store inBucket(S3Settings settings, KeptBlobs kept) {
        S3Client client = S3Clients.client(settings);
        return new Store(
                new S3BlobStore(client, S3Clients.presigner(settings), settings, kept),
                new OldObjects(client, settings, kept));
    }
}
