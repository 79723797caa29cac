package dev.haetae.common.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.haetae.common.Limits;
import dev.haetae.common.Protocol;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** testlib's programs in the format 2025-09, and its limits. */
class TestlibProgramsTests {

    @TempDir
    Path temporary;

    @Test
    void areRecognisedByTheirScripts() throws IOException {
        ProblemPackage problem = read(wrapped("type: interactive\n")
                .with(TestlibPrograms.INTERACTOR + "talk.cpp", "int main() {}")
                .with(TestlibPrograms.CHECKER + "check.cpp", "int main() {}")
                .with(TestlibPrograms.CHECKER + "testlib.h", ""));

        assertThat(problem.outputValidators().programs())
                .extracting(PackageProgram::name, PackageProgram::language, PackageProgram::protocol)
                .containsExactly(
                        tuple("output_validator/testlib/interactor", "cpp", Protocol.TESTLIB),
                        tuple("output_validator/testlib/checker", "cpp", Protocol.TESTLIB));
        assertThat(problem.outputValidators().programs().getLast().files()).containsOnlyKeys("check.cpp", "testlib.h");
    }

    @Test
    void giveHundredthsWhereAFileSaysSo() throws IOException {
        ProblemPackage problem = read(wrapped("")
                .with(TestlibPrograms.CHECKER + "check.cpp", "int main() {}")
                .with(TestlibPrograms.HUNDREDTHS, ""));

        assertThat(problem.outputValidators().programs())
                .extracting(PackageProgram::protocol)
                .containsExactly(Protocol.TESTLIB_HUNDREDTHS);
    }

    @Test
    void areLeftToScriptsThatWereChanged() throws IOException {
        ProblemPackage problem = read(wrapped("")
                .with(TestlibPrograms.CHECKER + "check.cpp", "int main() {}")
                .with("output_validator/run", "#!/bin/sh\nexit 42\n"));

        assertThat(problem.outputValidators().programs())
                .extracting(PackageProgram::name, PackageProgram::protocol)
                .containsExactly(tuple("output_validator", Protocol.ICPC_BESIDE_SUBMISSION));
    }

    @ParameterizedTest
    @ValueSource(longs = {1 << 20, (256 << 20) + 1, 100_000_001, 268_435_455, 2_047_999_999, 68_719_476_735L})
    void limitsAreReadAsTheyWereWritten(long memoryBytes) throws IOException {
        Limits limits = new Limits(1_001, memoryBytes, 8 << 20, 131_073, 59_999, 2_048L << 20);
        String yaml = YamlText.write(Map.of(
                "problem_format_version",
                "2025-09",
                "type",
                "pass-fail",
                "name",
                "Sum",
                "limits",
                LimitText.of(limits)));

        assertThat(read(wrapped("").with(TestlibPrograms.CHECKER + "c.cpp", "").with("problem.yaml", yaml))
                        .limits())
                .isEqualTo(limits);
    }

    private static PackageBuilder wrapped(String more) {
        PackageBuilder builder = PackageBuilder.nothing()
                .with("problem.yaml", "problem_format_version: 2025-09\nname: Sum\nlimits: {time_limit: 1}\n" + more)
                .with("data/secret/1.in", "")
                .with("data/secret/1.ans", "");
        TestlibPrograms.scripts().forEach(builder::with);
        return builder;
    }

    private ProblemPackage read(PackageBuilder builder) throws IOException {
        return builder.read(temporary);
    }
}
