package dev.haetae.api.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;

class UntilStoredTests {

    private final UntilStored untilStored = new UntilStored();

    @Test
    void repeatsWhileTheDatabaseIsAway() {
        AtomicInteger tries = new AtomicInteger();

        boolean stored = untilStored.run(() -> failUntil(3, tries));

        assertThat(stored).isTrue();
        assertThat(tries).hasValue(3);
    }

    @Test
    void doesNotRepeatWhatCannotBeWritten() {
        assertThatThrownBy(() -> untilStored.run(() -> {
                    throw new DataIntegrityViolationException("too long");
                }))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void givesUpWhenTheNodeStops() {
        untilStored.stop();

        assertThat(untilStored.run(() -> failUntil(3, new AtomicInteger()))).isFalse();
    }

    private static void failUntil(int success, AtomicInteger tries) {
        if (tries.incrementAndGet() < success) {
            throw new DataAccessResourceFailureException("away");
        }
    }
}
