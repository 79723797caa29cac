package dev.haetae.api.submission;

import dev.haetae.api.judge.JudgingProgressed;
import dev.haetae.api.judge.JudgingsSettled;
import dev.haetae.common.JudgeProgress;
import dev.haetae.common.JudgeProgress.Step;
import java.time.Duration;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The steps of judgings under way, as this node hears them; what was before it listened comes from the history. */
@Component
class LiveSteps {

    private final StepHistory history;
    private final ConcurrentMap<UUID, Watched> watched = new ConcurrentHashMap<>();

    LiveSteps(StepHistory history) {
        this.history = history;
    }

    /** One submission that somebody on this node watches. */
    private static final class Watched {
        private final ConcurrentSkipListMap<EventId, Step> steps = new ConcurrentSkipListMap<>();
        private final Set<Watch> watches = ConcurrentHashMap.newKeySet();

        private void wake() {
            watches.forEach(watch -> watch.news.release());
        }

        private void settle() {
            watches.forEach(watch -> watch.settled = true);
            wake();
        }
    }

    @EventListener
    void on(JudgingProgressed event) {
        JudgeProgress progress = event.progress();
        EventId id = EventId.of(progress.attempt(), progress.step());
        Watched here = watched.get(progress.submissionId());
        if (here != null) {
            here.steps.put(id, progress.step());
            here.wake();
        }
        history.append(progress.submissionId(), id, progress);
    }

    @EventListener
    void on(JudgingsSettled event) {
        for (UUID submission : event.submissions()) {
            Watched here = watched.get(submission);
            if (here != null) {
                here.settle();
            }
        }
    }

    /** Lets every watcher look. */
    void wakeAll() {
        watched.values().forEach(Watched::wake);
    }

    /** What is known of a submission's judging so far, in order; it may have gaps. */
    SortedMap<EventId, Step> sofar(UUID submission) {
        return history.read(submission);
    }

    /** Watches from now on, and from the beginning as far as the history goes. */
    Watch watch(UUID submission) {
        Watch watch = new Watch(submission);
        Watched here = watched.compute(submission, (_id, present) -> {
            Watched mine = present == null ? new Watched() : present;
            mine.watches.add(watch);
            return mine;
        });
        here.steps.putAll(history.read(submission));
        return watch;
    }

    /** One watcher's view of a submission; to be closed. */
    final class Watch implements AutoCloseable {
        private final UUID submission;
        private final Semaphore news = new Semaphore(0);
        private volatile boolean settled;

        private Watch(UUID submission) {
            this.submission = submission;
        }

        /** The steps behind that one, in order. */
        SortedMap<EventId, Step> stepsAfter(EventId id) {
            Watched here = watched.get(submission);
            return here == null ? new TreeMap<>() : here.steps.tailMap(id, false);
        }

        /** Whether the judging is said to have ended, so that the row is worth reading. */
        boolean isSettled() {
            return settled;
        }

        /** Waits until something happened, at most this long. */
        void awaitNews(Duration longest) throws InterruptedException {
            if (news.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                news.drainPermits();
            }
        }

        @Override
        public void close() {
            watched.computeIfPresent(submission, (_id, present) -> {
                present.watches.remove(this);
                return present.watches.isEmpty() ? null : present;
            });
        }
    }
}
