package dev.haetae.worker.testset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.haetae.common.BlobRef;
import dev.haetae.common.JudgeResult.FaultyPart;
import dev.haetae.common.WorkerStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobCacheTests {

    private static final int ROOM_FOR_TWO = 10;

    private final Map<BlobRef, String> known = new ConcurrentHashMap<>();
    private final AtomicInteger fetches = new AtomicInteger();

    @TempDir
    private Path directory;

    @Test
    void givesAReadOnlyFile() throws Exception {
        Path file = cache().pin(blob("hello"));

        assertThat(file).hasContent("hello");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("r--r--r--");
    }

    @Test
    void fetchesOnceForAllWhoAskAtATime() throws Exception {
        BlobRef blob = blob("hello");
        CountDownLatch mayFetch = new CountDownLatch(1);
        BlobCache cache = cache((wanted, target) -> {
            mayFetch.await();
            write(wanted, target);
        });

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Path>> pins = Stream.generate(() -> threads.submit(() -> cache.pin(blob)))
                    .limit(5)
                    .toList();
            mayFetch.countDown();
            for (Future<Path> pin : pins) {
                assertThat(pin.get()).hasContent("hello");
            }
        }
        assertThat(fetches).hasValue(1);
    }

    @Test
    void evictsWhatWasNotUsedForTheLongestTime() throws Exception {
        BlobCache cache = cache();
        Path first = use(cache, "first");
        Path second = use(cache, "secnd");
        use(cache, "first");

        use(cache, "third");

        assertThat(first).exists();
        assertThat(second).doesNotExist();
    }

    @Test
    void neverEvictsWhatIsPinned() throws Exception {
        BlobCache cache = cache();
        Path pinned = cache.pin(blob("first"));
        Path alsoPinned = cache.pin(blob("secnd"));

        Path third = use(cache, "third");

        assertThat(pinned).exists();
        assertThat(alsoPinned).exists();
        assertThat(third).doesNotExist();
    }

    @Test
    void evictsOnceTheLastPinIsGone() throws Exception {
        BlobCache cache = cache();
        BlobRef large = blob("more than there is room for");
        Path file = cache.pin(large);
        cache.pin(large);

        cache.unpin(large);
        assertThat(file).exists();
        cache.unpin(large);

        assertThat(file).doesNotExist();
    }

    @Test
    void countsHowOftenABlobWasThere() throws Exception {
        BlobCache cache = cache();

        use(cache, "first");
        use(cache, "first");
        use(cache, "secnd");

        assertThat(cache.figures()).isEqualTo(new WorkerStatus.Cache(1, 2));
    }

    @Test
    void usesWhatAnEarlierLifeLeft() throws Exception {
        use(cache(), "hello");

        use(cache(), "hello");

        assertThat(fetches).hasValue(1);
    }

    @Test
    void fetchesAgainWhatWasSpoiledOnDisk() throws Exception {
        Path file = use(cache(), "hello");
        Files.delete(file);
        Files.writeString(file, "hallo");

        assertThat(use(cache(), "hello")).hasContent("hello");
    }

    @Test
    void fetchesAgainWhatSomebodyRemoved() throws Exception {
        BlobCache cache = cache();
        Files.delete(use(cache, "hello"));

        assertThat(use(cache, "hello")).hasContent("hello");
    }

    @Test
    void removesWhatAnEarlierLifeLeftHalfFetched() throws Exception {
        Path part = Files.writeString(directory.resolve("0".repeat(64) + ".part"), "half");

        cache();

        assertThat(part).doesNotExist();
    }

    @Test
    void triesAgainAfterAFailure() throws Exception {
        BlobCache cache = cache();
        BlobRef missing = Blobs.of("hello");
        assertThatExceptionOfType(TestDataException.class).isThrownBy(() -> cache.pin(missing));

        blob("hello");

        assertThat(cache.pin(missing)).hasContent("hello");
    }

    private Path use(BlobCache cache, String text) throws Exception {
        BlobRef blob = blob(text);
        Path file = cache.pin(blob);
        cache.unpin(blob);
        return file;
    }

    private BlobRef blob(String text) {
        BlobRef blob = Blobs.of(text);
        known.put(blob, text);
        return blob;
    }

    private BlobCache cache() throws IOException {
        return cache(this::write);
    }

    private BlobCache cache(BlobSource source) throws IOException {
        return new BlobCache(new BlobDirectory(directory, source), ROOM_FOR_TWO);
    }

    private void write(BlobRef blob, Path target) {
        fetches.incrementAndGet();
        String text = known.get(blob);
        if (text == null) {
            throw new TestDataException(FaultyPart.PROBLEM, "no such blob", null);
        }
        try {
            Files.writeString(target, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
