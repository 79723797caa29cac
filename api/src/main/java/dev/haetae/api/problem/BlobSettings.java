package dev.haetae.api.problem;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where blobs are kept.
 *
 * @param store what keeps them
 * @param directory where {@link Kind#DIRECTORY} keeps them; made when it is not there
 * @param s3 the bucket of {@link Kind#S3}
 */
@ConfigurationProperties("haetae.blobs")
record BlobSettings(
        @DefaultValue("directory") Kind store,
        @Nullable Path directory,
        @Nullable S3Settings s3) {

    /** The kinds of store. */
    enum Kind {
        DIRECTORY,
        S3
    }

    BlobSettings {
        switch (store) {
            case DIRECTORY -> requireNonNull(directory, "haetae.blobs.directory is not set");
            case S3 -> requireNonNull(s3, "haetae.blobs.s3.bucket is not set");
        }
    }
}
