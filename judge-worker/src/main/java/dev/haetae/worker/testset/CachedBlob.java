package dev.haetae.worker.testset;

import dev.haetae.common.BlobRef;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A blob of the cache, which may still have to be fetched. */
final class CachedBlob {

    /** Guarded by the cache. */
    int pins;

    private final BlobRef blob;
    private final BlobDirectory directory;
    private final Lock loading = new ReentrantLock();
    private volatile @Nullable Path verified;

    CachedBlob(BlobRef blob, BlobDirectory directory) {
        this.blob = blob;
        this.directory = directory;
    }

    BlobRef blob() {
        return blob;
    }

    boolean isOnDisk() {
        return verified != null;
    }

    /** Its file; the first caller fetches it, the others wait. */
    Path file() throws InterruptedException {
        loading.lockInterruptibly();
        try {
            Path file = verified;
            if (file == null || !Files.exists(file)) {
                file = directory.load(blob);
                verified = file;
            }
            return file;
        } finally {
            loading.unlock();
        }
    }
}
