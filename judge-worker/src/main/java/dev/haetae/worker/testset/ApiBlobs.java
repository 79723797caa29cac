package dev.haetae.worker.testset;

import dev.haetae.common.BlobRef;
import dev.haetae.common.JudgeResult.FaultyPart;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Fetches blobs from the API, some at a time, trying again while there is hope. */
final class ApiBlobs implements BlobSource {

    private static final int MOST_AT_ONCE = 8;
    private static final int MOST_MISMATCHES = 3;

    private final Download download;
    private final Patience patience;
    private final Semaphore permits = new Semaphore(MOST_AT_ONCE);

    ApiBlobs(Download download, Patience patience) {
        this.download = download;
        this.patience = patience;
    }

    @Override
    public void fetch(BlobRef blob, Path target) throws InterruptedException {
        permits.acquire();
        try {
            fetchPatiently(blob, target);
        } finally {
            permits.release();
        }
    }

    private void fetchPatiently(BlobRef blob, Path target) throws InterruptedException {
        long start = System.nanoTime();
        int mismatches = 0;
        for (int failure = 0; ; failure++) {
            boolean hopeless = System.nanoTime() - start > patience.whole().toNanos();
            switch (download.tryOnce(blob, target)) {
                case Fetch.Done() -> {
                    return;
                }
                case Fetch.Missing() -> throw failed(blob, FaultyPart.PROBLEM, "the API does not have it", null);
                case Fetch.Mismatch() -> {
                    mismatches++;
                    if (hopeless || mismatches == MOST_MISMATCHES) {
                        throw failed(blob, FaultyPart.PROBLEM, "what the API sends is not what its hash says", null);
                    }
                }
                case Fetch.Failed(var reason, var cause) -> {
                    if (hopeless) {
                        throw failed(blob, FaultyPart.WORKER, reason, cause);
                    }
                }
            }
            Thread.sleep(patience.pause(failure));
        }
    }

    private static TestDataException failed(BlobRef blob, FaultyPart faulty, String reason, @Nullable Throwable cause) {
        return new TestDataException(faulty, "Test data " + blob.sha256() + " cannot be had: " + reason, cause);
    }
}
