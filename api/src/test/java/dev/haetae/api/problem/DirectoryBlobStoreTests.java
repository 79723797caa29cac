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

/** What files do beside being a store. */
class DirectoryBlobStoreTests {

    private static final Instant A_DAY_AGO = Instant.now().minus(Duration.ofDays(1));

    @TempDir
    private Path directory;

    private DirectoryBlobStore store;
    private OldFiles old;

    @BeforeEach
    void make() {
        store = new DirectoryBlobStore(directory);
        old = new OldFiles(store, directory);
    }

    @Test
    void listsWhatWasKeptLastLongAgo() throws IOException {
        BlobRef blob = aged(put("old"));
        put("young");

        assertThat(old.before(A_DAY_AGO)).containsExactly(blob.sha256());
    }

    @Test
    void replacesAFileThatWasCutShort() throws IOException {
        BlobRef blob = put("hello");
        Files.writeString(store.place(blob.sha256()), "hel");

        put("hello");

        assertThat(store.place(blob.sha256())).hasContent("hello");
    }

    @Test
    void bringsBackWhatOneThatDiedTookAside() throws IOException {
        BlobRef blob = put("hello");
        Files.move(store.place(blob.sha256()), directory.resolve("old-" + blob.sha256()));

        old.before(A_DAY_AGO);

        assertThat(store.place(blob.sha256())).hasContent("hello");
    }

    private BlobRef aged(BlobRef blob) throws IOException {
        Files.setLastModifiedTime(store.place(blob.sha256()), FileTime.from(A_DAY_AGO.minusSeconds(1)));
        return blob;
    }

    private BlobRef put(String content) throws IOException {
        return store.put(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }
}
