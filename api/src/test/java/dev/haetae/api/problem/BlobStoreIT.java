package dev.haetae.api.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.haetae.api.ApiTest;
import dev.haetae.api.web.Sha256;
import dev.haetae.common.BlobRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What every store of blobs does. */
@ApiTest
@ParameterizedClass
@EnumSource
class BlobStoreIT {

    private static final Instant LONG_AGO = Instant.EPOCH;

    private final BlobSettings.Kind kind;

    @TempDir
    private Path directory;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transaction;

    private BlobStore store;
    private OldBlobs old;

    BlobStoreIT(BlobSettings.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void make() {
        var settings = new BlobSettings(
                kind, directory, kind == BlobSettings.Kind.S3 ? S3Server.get().newBucket(false) : null);
        BlobStores.Store made = new BlobStores().store(settings, jdbc, transaction);
        store = made.blobs();
        old = made.old();
    }

    @Test
    void namesContentByItsHash() throws IOException {
        assertThat(put("hello")).isEqualTo(new BlobRef(Sha256.hex("hello"), 5));
    }

    @Test
    void givesBackWhatWasPut() throws IOException {
        BlobRef blob = put("hello");

        assertThat(read(store.get(blob))).isEqualTo("hello");
        Resource found = store.find(blob.sha256()).orElseThrow();
        assertThat(found.contentLength()).isEqualTo(5);
        assertThat(read(found)).isEqualTo("hello");
    }

    @Test
    void keepsWhatIsEmpty() throws IOException {
        assertThat(read(store.get(put("")))).isEmpty();
    }

    @Test
    void givesTheHeadOfALongBlob() throws IOException {
        BlobRef blob = store.put(new ByteArrayInputStream(new byte[20 << 20]));

        try (InputStream content = store.get(blob).getInputStream()) {
            assertThat(content.readNBytes(3)).containsExactly(0, 0, 0);
        }

        assertThat(store.get(blob).contentLength()).isEqualTo(20 << 20);
    }

    @Test
    void findsNothingThatWasNotPut() {
        assertThat(store.find(Sha256.hex("never put"))).isEmpty();
    }

    @Test
    void keepsTheSameContentOnce() throws IOException {
        put("hello");
        put("hello");

        assertThat(all()).containsExactly(Sha256.hex("hello"));
    }

    @Test
    void keepsTheSameContentOnceAlsoWhenItComesTwiceAtATime() throws Exception {
        List<Callable<BlobRef>> puts = new ArrayList<>(Collections.nCopies(8, () -> put("hello")));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var put : threads.invokeAll(puts)) {
                assertThat(put.get().sha256()).isEqualTo(Sha256.hex("hello"));
            }
        }

        assertThat(all()).containsExactly(Sha256.hex("hello"));
    }

    @Test
    void leavesNothingOfAStreamThatBreaks() throws IOException {
        InputStream breaking = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("it broke");
            }
        };

        assertThatIOException().isThrownBy(() -> store.put(breaking));

        assertThat(all()).isEmpty();
    }

    @Test
    void listsAsOldWhatWasKeptLastBefore() throws IOException {
        put("hello");

        assertThat(old.before(LONG_AGO)).isEmpty();
        assertThat(all()).containsExactly(Sha256.hex("hello"));
    }

    @Test
    void removesWhatIsOld() throws IOException {
        BlobRef blob = put("hello");

        assertThat(old.removeUnlessYoung(blob.sha256(), later())).isTrue();

        assertThat(store.find(blob.sha256())).isEmpty();
        assertThat(put("hello")).isEqualTo(blob);
        assertThat(read(store.get(blob))).isEqualTo("hello");
    }

    @Test
    void countsAsKeptAnewWhatComesAgain() throws IOException {
        BlobRef blob = put("hello");
        Instant between = Instant.now();

        put("hello");

        assertThat(old.before(between)).isEmpty();
        assertThat(old.removeUnlessYoung(blob.sha256(), between)).isFalse();
        assertThat(read(store.get(blob))).isEqualTo("hello");
    }

    private List<String> all() throws IOException {
        return old.before(later());
    }

    private static Instant later() {
        return Instant.now().plusSeconds(60);
    }

    private static String read(Resource blob) throws IOException {
        return blob.getContentAsString(StandardCharsets.UTF_8);
    }

    private BlobRef put(String content) throws IOException {
        return store.put(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }
}
