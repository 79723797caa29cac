package dev.haetae.worker.testset;

import dev.haetae.common.BlobRef;
import dev.haetae.common.WorkerStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The blobs on disk that are in use or were lately. A pinned blob stays; of the others, those that were not used for the longest time go
 * while there is more than the cache may hold. Whoever asks first for a blob fetches it, and the others wait for that.
 */
final class BlobCache {

    private final BlobDirectory directory;
    private final long mostBytes;
    private final Map<String, CachedBlob> leastRecentFirst = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;
    private long hits;
    private long misses;

    BlobCache(BlobDirectory directory, long mostBytes) throws IOException {
        this.directory = directory;
        this.mostBytes = mostBytes;
        directory.oldestFirst().forEach(this::entry);
        evict();
    }

    /**
     * Has a blob on disk until it is unpinned as often as it was pinned.
     *
     * @throws TestDataException when it cannot be had; it is not pinned then
     */
    Path pin(BlobRef blob) throws InterruptedException {
        CachedBlob cached = hold(blob);
        boolean pinned = false;
        try {
            Path file = cached.file();
            pinned = true;
            return file;
        } finally {
            if (!pinned) {
                unpin(blob);
            }
        }
    }

    /** Lets go of a blob that was pinned. */
    synchronized void unpin(BlobRef blob) {
        CachedBlob cached = entry(blob);
        cached.pins--;
        if (cached.pins == 0 && !cached.isOnDisk()) {
            leastRecentFirst.remove(blob.sha256());
            discard(cached);
        }
        evict();
    }

    /** How often a blob was there already. */
    synchronized WorkerStatus.Cache figures() {
        return new WorkerStatus.Cache(hits, misses);
    }

    private synchronized CachedBlob hold(BlobRef blob) {
        CachedBlob cached = entry(blob);
        if (cached.isOnDisk()) {
            hits++;
        } else {
            misses++;
        }
        cached.pins++;
        evict();
        return cached;
    }

    private CachedBlob entry(BlobRef blob) {
        return leastRecentFirst.computeIfAbsent(blob.sha256(), _ -> {
            bytes += blob.sizeBytes();
            return new CachedBlob(blob, directory);
        });
    }

    private void evict() {
        Iterator<CachedBlob> candidates = leastRecentFirst.values().iterator();
        while (bytes > mostBytes && candidates.hasNext()) {
            CachedBlob candidate = candidates.next();
            if (candidate.pins == 0) {
                candidates.remove();
                discard(candidate);
            }
        }
    }

    private void discard(CachedBlob cached) {
        bytes -= cached.blob().sizeBytes();
        directory.delete(cached.blob());
    }
}
