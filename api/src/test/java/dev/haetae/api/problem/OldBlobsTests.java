package dev.haetae.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.common.BlobRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Blobs that nobody has kept for long. */
class OldBlobsTests {

    private static final Instant A_DAY_AGO = Instant.now().minus(Duration.ofDays(1));

    @TempDir
    private Path directory;

    private DirectoryBlobStore store;
    private OldBlobs old;

    @BeforeEach
    void make() {
        DirectoryBlobStore.Settings settings = new DirectoryBlobStore.Settings(directory);
        store = new DirectoryBlobStore(settings);
        old = new OldBlobs(store, settings);
    }

    @Test
    void listsWhatWasKeptLastLongAgo() throws IOException {
        BlobRef blob = aged(put("old"));
        put("young");

        assertThat(old.before(A_DAY_AGO)).containsExactly(blob.sha256());
    }

    @Test
    void countsAsKeptAnewWhatComesAgain() throws IOException {
        BlobRef blob = aged(put("hello"));

        put("hello");

        assertThat(old.before(A_DAY_AGO)).isEmpty();
        assertThat(old.removeUnlessYoung(blob.sha256(), A_DAY_AGO)).isFalse();
        assertThat(store.find(blob.sha256())).isPresent();
    }

    @Test
    void removesWhatIsOld() throws IOException {
        BlobRef blob = aged(put("hello"));

        assertThat(old.removeUnlessYoung(blob.sha256(), A_DAY_AGO)).isTrue();

        assertThat(store.find(blob.sha256())).isEmpty();
        assertThat(put("hello")).isEqualTo(blob);
        assertThat(store.find(blob.sha256())).isPresent();
    }

    @Test
    void bringsBackWhatOneThatDiedTookAside() throws IOException {
        BlobRef blob = put("hello");
        Files.move(store.file(blob), directory.resolve("old-" + blob.sha256()));

        old.bringBackAll();

        assertThat(store.file(blob)).hasContent("hello");
    }

    private BlobRef aged(BlobRef blob) throws IOException {
        Files.setLastModifiedTime(store.file(blob), FileTime.from(A_DAY_AGO.minusSeconds(1)));
        return blob;
    }

    private BlobRef put(String content) throws IOException {
        return store.put(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }
}
