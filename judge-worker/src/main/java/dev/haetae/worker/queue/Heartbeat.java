package dev.haetae.worker.queue;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the API regularly, and at once when something changes, how the worker is. Keeps the sending connection up by the way. */
final class Heartbeat implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private final WorkerState state;
    private final Broker broker;
    private final ProgressSender sender;
    private final Duration period;
    private final Semaphore wanted = new Semaphore(0);
    private boolean connected = true;

    Heartbeat(WorkerState state, Broker broker, Duration period) {
        this.state = state;
        this.broker = broker;
        this.sender = new ProgressSender(broker);
        this.period = period;
    }

    /** Beats at once, in the heartbeat's own thread. */
    void soon() {
        wanted.release();
    }

    /** Beats until it is interrupted. */
    @Override
    public void run() {
        try {
            while (true) {
                connect();
                state.status().ifPresent(sender::send);
                wanted.tryAcquire(period.toMillis(), TimeUnit.MILLISECONDS);
                wanted.drainPermits();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void connect() {
        try {
            broker.connect();
            connected = true;
        } catch (IOException | TimeoutException e) {
            if (connected) {
                LOG.warn("The broker cannot be reached: {}", e.toString());
            }
            connected = false;
        }
    }
}
