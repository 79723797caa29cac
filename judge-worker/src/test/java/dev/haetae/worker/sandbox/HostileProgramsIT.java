package dev.haetae.worker.sandbox;

import static dev.haetae.worker.sandbox.TestRunner.program;
import static dev.haetae.worker.sandbox.TestRunner.readOnly;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs each program of {@code native/tests}, whose first comments say what its report has to be, and after it an honest one, which must
 * find its box as if nothing had been.
 */
class HostileProgramsIT {

    private static final Path SOURCES = Path.of("native", "tests");
    private static final Path PROGRAMS = Path.of("target", "native-tests");

    private static Sandbox sandbox;
    private static Path probe;

    @BeforeAll
    static void startSlot() {
        sandbox = TestRunner.start();
        probe = HostileProgram.read(SOURCES.resolve("probe").resolve("probe.c")).compile(PROGRAMS);
    }

    @AfterAll
    static void endSlot() {
        sandbox.close();
    }

    static List<HostileProgram> programs() throws IOException {
        try (Stream<Path> sources = Files.list(SOURCES)) {
            return sources.filter(source -> source.toString().endsWith(".c"))
                    .sorted()
                    .map(HostileProgram::read)
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void isContainedAndReported(HostileProgram hostile) {
        sandbox.open(readOnly(executable("program", hostile.compile(PROGRAMS)), executable("probe", probe)));

        for (int run = 0; run < hostile.runs(); run++) {
            ByteArrayOutputStream stdout = new ByteArrayOutputStream();
            RunReport report = sandbox.run(
                    program(hostile.limits(), hostile.stdin(), "/work/program"), out -> out.transferTo(stdout));
            Assertions.assertAll(expectations(hostile, report, stdout.toString(UTF_8)));
            assertThat(probe()).isEqualTo("clean\n");
        }
    }

    private static Stream<Executable> expectations(HostileProgram hostile, RunReport report, String stdout) {
        return hostile.expectations().stream()
                .map(expectation -> () -> assertThat(expectation.holds(report, stdout))
                        .as("%s of %s", expectation, report)
                        .isTrue());
    }

    private static String probe() {
        ByteArrayOutputStream stdout = new ByteArrayOutputStream();
        RunReport report = sandbox.run(program("/work/probe"), out -> out.transferTo(stdout));
        assertThat(report.killed()).isEqualTo(Killed.NONE);
        assertThat(report.leftovers()).isFalse();
        assertThat(report.outputBytes()).isEqualTo(stdout.size());
        assertThat(report.memoryPeakBytes()).isLessThan(4 * TestRunner.MIB);
        return stdout.toString(UTF_8);
    }

    private static BoxFile executable(String name, Path program) {
        return BoxFile.copyOf(name, program.toAbsolutePath()).asExecutable();
    }
}
