package dev.haetae.worker.queue;

import dev.haetae.worker.slot.Crew;
import dev.haetae.worker.slot.Slot;
import dev.haetae.worker.slot.WorkerFaultException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A crew at work: a listener with a thread of its own for each slot, since a slot mostly waits for its sandbox in blocking reads. */
final class Shift {

    private final List<JudgeRequestListener> listeners = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Set<JudgeRequestListener> listening = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Runnable onAllListening;

    /**
     * A shift that has not begun.
     *
     * @param onAllListening called once every slot listens for the first time
     */
    Shift(Crew crew, Station station, Runnable onAllListening) {
        this.onAllListening = onAllListening;
        for (Slot slot : crew.slots()) {
            JudgeRequestListener listener = new JudgeRequestListener(slot, crew.judge(), station);
            listeners.add(listener);
            threads.add(
                    Thread.ofPlatform().daemon().name("slot-" + threads.size()).unstarted(() -> listen(listener)));
        }
    }

    /**
     * Works until it is stopped.
     *
     * @throws WorkerFaultException when a slot cannot judge any more; the others have finished what they had then
     */
    void work() throws InterruptedException {
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        Throwable cause = failure.get();
        if (cause != null) {
            throw cause instanceof WorkerFaultException fault
                    ? fault
                    : new WorkerFaultException("A slot failed: " + cause, cause);
        }
    }

    /** Takes no new work. */
    void stop() {
        listeners.forEach(JudgeRequestListener::stop);
    }

    /** Gives back what is still being judged. */
    void handBack(Duration patience) throws InterruptedException {
        listeners.forEach(listener -> listener.callOff("The worker stops"));
        for (Thread thread : threads) {
            thread.join(patience);
            thread.interrupt();
        }
    }

    private void listen(JudgeRequestListener listener) {
        try {
            listener.listen(() -> {
                if (listening.add(listener) && listening.size() == listeners.size()) {
                    onAllListening.run();
                }
            });
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
            stop();
        }
    }
}
