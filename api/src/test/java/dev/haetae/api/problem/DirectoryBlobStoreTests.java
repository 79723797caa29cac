package dev.haetae.api.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.haetae.api.web.Sha256;
import dev.haetae.common.BlobRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Blobs in a directory. */
class DirectoryBlobStoreTests {

    @TempDir
    private Path directory;

    private DirectoryBlobStore store;

    @BeforeEach
    void make() {
        store = new DirectoryBlobStore(new DirectoryBlobStore.Settings(directory.resolve("blobs")));
    }

    @Test
    void namesContentByItsHash() throws IOException {
        assertThat(put("hello")).isEqualTo(new BlobRef(Sha256.hex("hello"), 5));
    }

    @Test
    void givesBackWhatWasPut() throws IOException {
        BlobRef blob = put("hello");

        assertThat(store.find(blob.sha256()))
                .hasValueSatisfying(file -> assertThat(file).hasContent("hello"));
    }

    @Test
    void findsNothingThatWasNotPut() {
        assertThat(store.find(Sha256.hex("hello"))).isEmpty();
    }

    @Test
    void keepsTheSameContentOnce() throws IOException {
        put("hello");
        put("hello");

        assertThat(files()).hasSize(1);
    }

    @Test
    void keepsTheSameContentOnceAlsoWhenItComesTwiceAtATime() throws Exception {
        List<Callable<BlobRef>> puts = new ArrayList<>(Collections.nCopies(8, () -> put("hello")));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var put : threads.invokeAll(puts)) {
                assertThat(put.get().sha256()).isEqualTo(Sha256.hex("hello"));
            }
        }

        assertThat(files()).hasSize(1);
    }

    @Test
    void replacesAFileThatWasCutShort() throws IOException {
        BlobRef blob = put("hello");
        Files.writeString(store.find(blob.sha256()).orElseThrow(), "hel");

        put("hello");

        assertThat(store.find(blob.sha256()).orElseThrow()).hasContent("hello");
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

        assertThat(files()).isEmpty();
    }

    private BlobRef put(String content) throws IOException {
        return store.put(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
