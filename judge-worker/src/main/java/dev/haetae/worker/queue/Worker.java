package dev.haetae.worker.queue;

import dev.haetae.worker.slot.Crew;
import dev.haetae.worker.slot.Muster;
import dev.haetae.worker.slot.WorkerFaultException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * A worker's life: muster a crew, let it work, drain. A worker that is faulty says so in its heartbeats, consumes nothing and tries again
 * every minute.
 */
final class Worker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration REST = Duration.ofMinutes(1);
    private static final Duration HAND_BACK = Duration.ofSeconds(5);

    private final WorkerProperties properties;
    private final Muster muster;
    private final Station station;
    private final ReadyFile readyFile;
    private final Thread living = Thread.ofPlatform().name("worker").unstarted(this::live);
    private final Thread beating;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable Shift shift;
    private volatile boolean running;

    Worker(WorkerProperties properties, Muster muster, Station station) {
        this.properties = properties;
        this.muster = muster;
        this.station = station;
        this.readyFile = new ReadyFile(properties.directory());
        this.beating = Thread.ofPlatform().daemon().name("heartbeat").unstarted(station.heartbeat());
    }

    @Override
    public void start() {
        running = true;
        readyFile.remove();
        beating.start();
        living.start();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Finishes what is being judged, as long as the grace time lasts, and gives the rest back. */
    @Override
    public void stop() {
        stopping.countDown();
        readyFile.remove();
        station.state().draining();
        station.heartbeat().soon();
        try {
            drain();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        beating.interrupt();
        station.requests().close();
        station.sending().close();
        station.watchdog().shutdownNow();
        running = false;
    }

    private void drain() throws InterruptedException {
        Shift current = shift;
        if (current != null) {
            current.stop();
        }
        if (!living.join(properties.grace()) && current != null) {
            LOG.warn("Handing back what could not be finished in {}", properties.grace());
            current.handBack(HAND_BACK);
        }
    }

    private void live() {
        try {
            while (stopping.getCount() > 0) {
                work();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() throws InterruptedException {
        try (Crew crew = muster.muster(properties.slots(), properties.acceptUnproven())) {
            Shift next = new Shift(crew, station, readyFile::write);
            shift = next;
            station.state().ready(crew);
            station.heartbeat().soon();
            LOG.info("Judging with {} slots, limits by {}", crew.slots().size(), crew.sandbox());
            if (stopping.getCount() == 0) {
                next.stop();
            }
            next.work();
        } catch (WorkerFaultException e) {
            LOG.error("Faulty, judging nothing, trying again in {} s: {}", REST.toSeconds(), e.getMessage());
            readyFile.remove();
            station.state().faulty(String.valueOf(e.getMessage()));
            station.heartbeat().soon();
            stopping.await(REST.toSeconds(), TimeUnit.SECONDS);
        }
    }
}
