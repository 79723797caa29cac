package dev.haetae.api.judge;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Repeats a transaction in place until the database takes it: a message that we hold is not handed back and forth while the
 * database is down, which would use up its deliveries.
 */
@Component
class UntilStored implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(UntilStored.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private volatile boolean running;

    /**
     * Runs it until it succeeds.
     *
     * @return false when we are shutting down first: the message stays unacknowledged and comes again
     * @throws NonTransientDataAccessException when no repetition can help
     */
    boolean run(Runnable transaction) {
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                transaction.run();
                return true;
            } catch (NonTransientDataAccessException e) {
                if (!isOutage(e)) {
                    throw e;
                }
                log.warn("the database does not answer, trying again: {}", e.getMessage());
            } catch (DataAccessException | TransactionException e) {
                log.warn("the database does not answer, trying again: {}", e.getMessage());
            }
            if (!running || !sleep(pause)) {
                return false;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    /** Spring counts a lost connection among the failures that do not pass. */
    private static boolean isOutage(NonTransientDataAccessException e) {
        return e instanceof org.springframework.dao.NonTransientDataAccessResourceException;
    }

    private static boolean sleep(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stopped before the listeners are, which wait for it. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
