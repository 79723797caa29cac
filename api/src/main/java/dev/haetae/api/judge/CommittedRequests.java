package dev.haetae.api.judge;

import dev.haetae.api.judge.JudgeLedger.Unpublished;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The requests that were committed on this node a moment ago. Those for which there is no room are not kept. */
final class CommittedRequests {

    private static final int MOST_BYTES = 16 << 20;
    /** Between two batches: one of ten requests costs hardly more than one of one. */
    private static final Duration PACE = Duration.ofMillis(10);

    private final BlockingQueue<Committed> committed = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(MOST_BYTES);
    private long lastBatch = System.nanoTime();

    /** A request, and when it was committed. */
    private record Committed(Unpublished request, long atNanos) {

        boolean isYoungerThan(Duration age) {
            return System.nanoTime() - atNanos < age.toNanos();
        }
    }

    /** Keeps a request from the commit of the transaction under way on. */
    void addAfterCommit(Unpublished request) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                if (room.tryAcquire(request.request().length)) {
                    committed.add(new Committed(request, System.nanoTime()));
                }
            }
        });
    }

    /**
     * Takes some, waiting for the first.
     *
     * @param nanos to wait at most
     * @param age those that are not younger are dropped
     * @throws InterruptedException when the thread is interrupted
     */
    List<Unpublished> take(long nanos, int most, Duration age) throws InterruptedException {
        List<Committed> taken = new ArrayList<>();
        Committed first = committed.poll(nanos, TimeUnit.NANOSECONDS);
        if (first != null) {
            taken.add(first);
            TimeUnit.NANOSECONDS.sleep(lastBatch + PACE.toNanos() - System.nanoTime());
            committed.drainTo(taken, most - 1);
            lastBatch = System.nanoTime();
        }
        taken.forEach(one -> room.release(one.request().request().length));
        return taken.stream()
                .filter(one -> one.isYoungerThan(age))
                .map(Committed::request)
                .toList();
    }
}
