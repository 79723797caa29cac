package dev.haetae.api.judge;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Repeats a transaction in place until the database takes it: a message that we hold is not handed back and forth while the
 * database is down, which would use up its deliveries.
 */
@Component
class UntilStored {

    private static final Logger log = LoggerFactory.getLogger(UntilStored.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private volatile boolean stopping;

    /**
     * Runs it until it succeeds.
     *
     * @return false when we are shutting down first: the message stays unacknowledged and comes again
     * @throws DataIntegrityViolationException when it is about what is written, so that no repetition can help
     */
    boolean run(Runnable transaction) {
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                transaction.run();
                return true;
            } catch (DataIntegrityViolationException e) {
                throw e;
            } catch (DataAccessException | TransactionException e) {
                log.warn("the database does not take it, trying again: {}", e.getMessage());
            }
            if (stopping || !sleep(pause)) {
                return false;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
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

    /** Comes before the listeners are stopped, which wait for what they hold. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping = true;
    }
}
