package dev.haetae.api.problem;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which bucket holds the blobs, and how it is reached.
 *
 * @param bucket has to be there
 * @param endpoint of a store that is not Amazon's, {@code http://host:port}; null for Amazon's
 * @param region null for what the SDK finds by itself, and for {@code us-east-1} where there is an endpoint
 * @param pathStyle whether the bucket's name stands in the path and not in the host's name
 * @param accessKeyFile holds the id of the access key; read at each request, so that it may be replaced. Null for what the SDK finds by
 *     itself: the environment, a profile, the role of the task or of the machine
 * @param secretKeyFile holds the access key's secret
 * @param redirect whether workers are sent to the bucket, by an address that is signed and soon void; they have to reach it
 * @param redirectLifetime how long such an address is good
 */
record S3Settings(
        String bucket,
        @Nullable URI endpoint,
        @Nullable String region,
        boolean pathStyle,
        @Nullable Path accessKeyFile,
        @Nullable Path secretKeyFile,
        boolean redirect,
        @DefaultValue("15m") Duration redirectLifetime) {

    private static final Duration LONGEST = Duration.ofDays(7);

    S3Settings {
        require(isSet(bucket), "bucket is not set");
        require(
                endpoint == null || endpoint.getScheme() != null && endpoint.getHost() != null,
                "endpoint is no address like https://host:port");
        require(
                (accessKeyFile == null) == (secretKeyFile == null),
                "access-key-file and secret-key-file go together, and one is missing");
        require(
                redirectLifetime.isPositive() && redirectLifetime.compareTo(LONGEST) <= 0,
                "redirect-lifetime is not between 0 and 7 days");
    }

    private static boolean isSet(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static void require(boolean rule, String otherwise) {
        if (!rule) {
            throw new IllegalArgumentException("haetae.blobs.s3." + otherwise);
        }
    }
}
