package dev.haetae.api.problem;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.haetae.api.ApiTest;
import dev.haetae.api.web.OutageException;
import dev.haetae.common.BlobRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** What a bucket does beside being a store. */
@ApiTest
class S3BlobStoreIT {

    @TempDir
    private Path directory;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transaction;

    private S3Settings settings;
    private S3Client client;
    private KeptBlobs kept;
    private S3BlobStore store;

    @BeforeEach
    void make() {
        settings = S3Server.get().newBucket(true);
        client = S3Clients.client(settings);
        kept = new KeptBlobs(jdbc, transaction);
        store = store(settings);
    }

    @Test
    void sendsWorkersToAnAddressThatNeedsNoCredentials() throws Exception {
        BlobRef blob = put("hello");

        var answer = new TestDataController(store).blob(blob.sha256());

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.TEMPORARY_REDIRECT);
        assertThat(answer.getHeaders().getCacheControl()).isEqualTo("no-store");
        assertThat(get(requireNonNull(answer.getHeaders().getLocation())).body())
                .isEqualTo("hello");
    }

    @Test
    void keepsItsBucketClosedToOthers() throws Exception {
        URI signed = store.address(put("hello").sha256()).orElseThrow();
        URI unsigned =
                URI.create(signed.toString().substring(0, signed.toString().indexOf('?')));

        assertThat(get(unsigned).statusCode()).isEqualTo(403);
    }

    @Test
    void streamsWhereWorkersDoNotReachTheBucket() throws IOException {
        settings = S3Server.get().newBucket(false);
        store = store(settings);
        BlobRef blob = put("hello");

        var answer = new TestDataController(store).blob(blob.sha256());

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(requireNonNull(answer.getBody()).getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo("hello");
    }

    @Test
    void replacesAnObjectThatWasCutShort() throws IOException {
        BlobRef blob = put("hello");
        client.putObject(
                object -> object.bucket(settings.bucket()).key(S3BlobStore.key(blob.sha256())),
                RequestBody.fromString("hel"));

        put("hello");

        assertThat(store.get(blob).getContentAsString(StandardCharsets.UTF_8)).isEqualTo("hello");
    }

    @Test
    void makesWhoKeepsABlobWaitForWhoRemovesIt() throws Exception {
        BlobRef blob = put("hello");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            AtomicReference<Future<BlobRef>> keeping = new AtomicReference<>();
            kept.removeUnlessKeptSince(blob.sha256(), Instant.now().plusSeconds(60), () -> {
                keeping.set(threads.submit(() -> put("hello")));
                Awaitility.await().until(this::isSomebodyWaiting);
                client.deleteObject(object -> object.bucket(settings.bucket()).key(S3BlobStore.key(blob.sha256())));
            });

            assertThat(keeping.get().get()).isEqualTo(blob);
        }

        assertThat(store.find(blob.sha256())).isPresent();
    }

    @Test
    void findsWhatCameByACopyOfADirectoryOldEnoughToRemove() {
        String sha256 = "0".repeat(64);
        client.putObject(
                object -> object.bucket(settings.bucket()).key(S3BlobStore.key(sha256)),
                RequestBody.fromString("copied"));
        OldObjects old = new OldObjects(client, settings, kept);
        Instant later = Instant.now().plusSeconds(60);

        assertThat(old.before(later)).containsExactly(sha256);
        assertThat(old.removeUnlessYoung(sha256, later)).isTrue();
        assertThat(store.find(sha256)).isEmpty();
    }

    @Test
    void callsItAnOutageWhenTheStoreRefuses() throws IOException {
        Path wrong = Files.writeString(directory.resolve("wrong"), "wrong");
        S3BlobStore refused = store(new S3Settings(
                settings.bucket(),
                settings.endpoint(),
                null,
                true,
                settings.accessKeyFile(),
                wrong,
                false,
                Duration.ofMinutes(1)));

        assertThatExceptionOfType(OutageException.class)
                .isThrownBy(() -> refused.put("hello".getBytes(StandardCharsets.UTF_8)));
    }

    private S3BlobStore store(S3Settings settings) {
        return new S3BlobStore(S3Clients.client(settings), S3Clients.presigner(settings), settings, kept);
    }

    private boolean isSomebodyWaiting() {
        return jdbc.sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock' and query like '%blob_kept%'
                        """).query(Long.class).single() > 0;
    }

    private BlobRef put(String content) throws IOException {
        return store.put(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        }
    }
}
