package dev.haetae.worker.slot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.worker.sandbox.RunnerCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProofsTests {

    private static final RunnerCheck ALL = new RunnerCheck("v2", List.of("cpu", "memory"), Map.of());
    private static final RunnerCheck SOME = new RunnerCheck("none", List.of("cpu"), Map.of("memory", "no cgroups"));

    private final AtomicInteger checks = new AtomicInteger();

    @TempDir
    private Path worker;

    @Test
    void asksForTheLimitsOnceUnderTheSameConditions() {
        limits(ALL, "kernel 1").get();

        assertThat(limits(ALL, "kernel 1").get()).isEqualTo(ALL);
        assertThat(checks).hasValue(1);
    }

    @Test
    void asksAgainWhenTheKernelIsAnother() {
        limits(ALL, "kernel 1").get();

        limits(ALL, "kernel 2").get();

        assertThat(checks).hasValue(2);
    }

    @Test
    void keepsNoFailure() {
        limits(SOME, "kernel 1").get();

        limits(SOME, "kernel 1").get();

        assertThat(checks).hasValue(2);
    }

    @Test
    void trustsNothingWhereOthersMayWrite() throws IOException {
        limits(ALL, "kernel 1").get();
        Files.setPosixFilePermissions(worker, PosixFilePermissions.fromString("rwxrwxrwx"));

        limits(ALL, "kernel 1").get();

        assertThat(checks).hasValue(2);
    }

    @Test
    void provesAgainWhatCannotBeRead() throws IOException {
        limits(ALL, "kernel 1").get();
        try (var kept = Files.list(worker.resolve("proofs"))) {
            Files.write(kept.findFirst().orElseThrow(), new byte[0]);
        }

        assertThat(limits(ALL, "kernel 1").get()).isEqualTo(ALL);
    }

    private KnownLimits limits(RunnerCheck result, String conditions) {
        return new KnownLimits(
                () -> {
                    checks.incrementAndGet();
                    return result;
                },
                Proofs.in(worker, conditions));
    }
}
