package dev.haetae.worker.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkerPropertiesTests {

    @Test
    void leavesACoreToEverythingElse() {
        int cores = Runtime.getRuntime().availableProcessors();

        assertThat(slots(0)).isPositive().isEqualTo(cores == 1 ? 1 : cores - 1);
    }

    @Test
    void takesTheSlotsThatItIsTold() {
        assertThat(slots(7)).isEqualTo(7);
        assertThatIllegalArgumentException().isThrownBy(() -> slots(-1)).withMessageContaining("slots");
    }

    private static int slots(int wanted) {
        Duration second = Duration.ofSeconds(1);
        return new WorkerProperties("w", wanted, Path.of("w"), second, second, Set.of()).slots();
    }
}
