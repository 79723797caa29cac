package dev.haetae.worker.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.haetae.worker.sandbox.RunnerCheck;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LimitProofTests {

    private static final LimitProof WHOLE = new LimitProof(new RunnerCheck("v2", List.of("cpu", "memory"), Map.of()));
    private static final LimitProof PARTIAL = new LimitProof(new RunnerCheck(
            "none", List.of("cpu"), Map.of("memory", "needs cgroups; seen: 200 MiB", "processes", "needs cgroups")));

    @Test
    void saysWhatEnforcesTheLimits() {
        assertThat(WHOLE.accepting(Set.of())).isEqualTo("cgroup v2");
    }

    @Test
    void refusesWhatIsNotProvenWithItsMend() {
        assertThatExceptionOfType(WorkerFaultException.class)
                .isThrownBy(() -> PARTIAL.accepting(Set.of()))
                .withMessageContainingAll("memory: needs cgroups; seen: 200 MiB", "processes: needs cgroups");
    }

    @Test
    void refusesWhatIsNotAcceptedEither() {
        assertThatExceptionOfType(WorkerFaultException.class)
                .isThrownBy(() -> PARTIAL.accepting(Set.of("memory")))
                .withMessage("The sandbox cannot prove its limits: processes: needs cgroups");
    }

    @Test
    void saysWhatIsAcceptedWithoutProof() {
        assertThat(PARTIAL.accepting(Set.of("processes", "memory")))
                .isEqualTo("no cgroup, unproven: memory, processes");
    }

    @Test
    void saysNothingOfWhatIsAcceptedButProven() {
        assertThat(WHOLE.accepting(Set.of("memory"))).isEqualTo("cgroup v2");
    }

    @Test
    void refusesToAcceptWhatIsNoLimit() {
        assertThatExceptionOfType(WorkerFaultException.class)
                .isThrownBy(() -> WHOLE.accepting(Set.of("memroy")))
                .withMessageEndingWith("memroy");
    }
}
