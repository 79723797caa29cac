package dev.haetae.worker.jury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.haetae.common.BlobRef;
import dev.haetae.common.FileRef;
import dev.haetae.common.ProgramSpec;
import dev.haetae.common.TestSet;
import dev.haetae.common.ValidationLimits;
import dev.haetae.common.language.Languages;
import dev.haetae.worker.compile.Compiler;
import dev.haetae.worker.testing.FakeSandbox;
import dev.haetae.worker.testing.FakeSandbox.Act;
import dev.haetae.worker.testing.Reports;
import dev.haetae.worker.testset.OpenTestSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JuryProgramsTests {

    private static final BlobRef SOURCE = new BlobRef("a".repeat(64), 1);

    private final FakeSandbox sandbox =
            new FakeSandbox(_ -> new Act("", Reports.aRun().exited(1).stderr("check.c:1: no")));
    private Instant now = Instant.EPOCH;
    private final JuryPrograms programs =
            new JuryPrograms(new Compiler(), List.of(Languages.all().find("c").orElseThrow()), () -> now);

    @TempDir
    private Path directory;

    @BeforeEach
    void writeTheSource() throws IOException {
        Files.writeString(directory.resolve("check.c"), "x");
    }

    @Test
    void compileOnceForAWhileWhatDoesNotCompile() {
        assertDoesNotCompile("check.c");
        now = now.plus(Duration.ofMinutes(4));
        assertDoesNotCompile("check.c");

        assertThat(sandbox.runs).hasSize(1);
    }

    @Test
    void tryAgainAfterAWhile() {
        assertDoesNotCompile("check.c");
        now = now.plus(Duration.ofMinutes(5));
        assertDoesNotCompile("check.c");

        assertThat(sandbox.runs).hasSize(2);
    }

    @Test
    void nameTheProgramThatIsAskedFor() {
        assertDoesNotCompile("check.c");
        assertDoesNotCompile("other.c");
    }

    private void assertDoesNotCompile(String name) {
        ProgramSpec program = new ProgramSpec(name, "c", List.of(new FileRef("check.c", SOURCE)));
        OpenTestSet files =
                new OpenTestSet(new TestSet(List.of()), Map.of(SOURCE, directory.resolve("check.c")), () -> {});

        assertThatThrownBy(() -> programs.get(program, ValidationLimits.DEFAULT, files, sandbox))
                .isInstanceOf(JuryFaultException.class)
                .hasMessage(name + " does not compile: check.c:1: no");
    }
}
