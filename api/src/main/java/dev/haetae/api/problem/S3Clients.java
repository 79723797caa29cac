package dev.haetae.api.problem;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Makes the SDK's clients as the settings say. */
final class S3Clients {

    private static final Region WHEREVER = Region.US_EAST_1;

    private S3Clients() {}

    /** Reads and writes. What we send bears its SHA-256 already; a second checksum would only be refused by stores that do not know it. */
    static S3Client client(S3Settings settings) {
        S3ClientBuilder client = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(5))
                        .socketTimeout(Duration.ofSeconds(30)))
                .credentialsProvider(credentials(settings))
                .serviceConfiguration(configuration(settings))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        Region region = region(settings);
        if (region != null) {
            client.region(region);
        }
        if (settings.endpoint() != null) {
            client.endpointOverride(settings.endpoint());
        }
        return client.build();
    }

    /** Signs addresses; asks nobody. */
    static S3Presigner presigner(S3Settings settings) {
        S3Presigner.Builder presigner = S3Presigner.builder()
                .credentialsProvider(credentials(settings))
                .serviceConfiguration(configuration(settings));
        Region region = region(settings);
        if (region != null) {
            presigner.region(region);
        }
        if (settings.endpoint() != null) {
            presigner.endpointOverride(settings.endpoint());
        }
        return presigner.build();
    }

    private static S3Configuration configuration(S3Settings settings) {
        return S3Configuration.builder()
                .pathStyleAccessEnabled(settings.pathStyle())
                .build();
    }

    private static @Nullable Region region(S3Settings settings) {
        if (settings.region() != null) {
            return Region.of(settings.region());
        }
        return settings.endpoint() == null ? null : WHEREVER;
    }

    private static AwsCredentialsProvider credentials(S3Settings settings) {
        Path accessKey = settings.accessKeyFile();
        if (accessKey == null) {
            return DefaultCredentialsProvider.builder().build();
        }
        Path secretKey = requireNonNull(settings.secretKeyFile());
        return () -> AwsBasicCredentials.create(read(accessKey), read(secretKey));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the S3 store's credentials cannot be read", e);
        }
    }
}
