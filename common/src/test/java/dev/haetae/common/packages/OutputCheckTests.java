package dev.haetae.common.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.haetae.common.language.Languages;
import dev.haetae.common.packages.OutputValidators.KnownOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outputs of 2025-09 packages that are there for their output validators. */
class OutputCheckTests {

    @TempDir
    Path temporary;

    @Test
    void haveToBeAcceptedOrRejectedByTheArgumentsOfTheirs() throws IOException {
        List<KnownOutput> outputs = aPackage("pass-fail")
                .with("data/valid_output/test_group.yaml", "output_validator_args: [all]\n")
                .with("data/valid_output/a.in", "1 2\n")
                .with("data/valid_output/a.ans", "3\n")
                .with("data/valid_output/a.out", "3.0\n")
                .with("data/invalid_output/b.in", "1 2\n")
                .with("data/invalid_output/b.ans", "3\n")
                .with("data/invalid_output/b.out", "4\n")
                .with("data/invalid_output/b.yaml", "output_validator_args: [own]\n")
                .read(temporary)
                .outputValidators()
                .outputs();

        assertThat(outputs)
                .extracting(
                        output -> output.test().name(), output -> output.test().checker(), KnownOutput::valid)
                .contains(
                        tuple("valid_output/a", new PackageChecker.Custom(List.of("all")), true),
                        tuple("invalid_output/b", new PackageChecker.Custom(List.of("own")), false));
    }

    @Test
    void areRefusedWhereTheirArgumentsStand() throws IOException {
        PackageBuilder builder = aPackage("pass-fail")
                .without("output_validator/check.py")
                .with("data/invalid_output/test_group.yaml", "description: wrong\noutput_validator_args: [exact]\n")
                .with("data/invalid_output/a.in", "1 2\n")
                .with("data/invalid_output/a.ans", "3\n")
                .with("data/invalid_output/a.out", "4\n");

        assertThat(builder.reasons(temporary))
                .containsExactly("data/invalid_output/test_group.yaml:2: the default validator has no flag exact");
    }

    @Test
    void areThoseOfSamplesToo() throws IOException {
        List<KnownOutput> outputs = aPackage("pass-fail")
                .with("data/sample/2.in", "1 2\n")
                .with("data/sample/2.ans", "3\n")
                .with("data/sample/2.out", "3.0\n")
                .with("data/sample/3.in", "1 2\n")
                .with("data/sample/3.ans", "3\n")
                .with("data/sample/3.ans.statement", "three\n")
                .read(temporary)
                .outputValidators()
                .outputs();

        assertThat(outputs)
                .extracting(output -> output.output().path(), KnownOutput::valid)
                .containsExactly(tuple("data/sample/1.ans", true), tuple("data/sample/2.out", true));
    }

    @Test
    void areJudgedWithTheFirstAcceptedSolutionInALanguageThatIsOffered() throws IOException {
        ProblemPackage problem = aPackage("pass-fail")
                .with("submissions/accepted/a.hs", "main = interact id\n")
                .with("submissions/accepted/b/sum.py", "print(3)\n")
                .with("submissions/wrong_answer/a.py", "print(4)\n")
                .with("include/python3/table.py", "TABLE = []\n")
                .read(temporary);

        Optional<PackageModel> model = PackageModel.of(problem, Languages.all().configured(List.of("python3")));

        assertThat(model).hasValueSatisfying(chosen -> {
            assertThat(chosen.language()).isEqualTo("python3");
            assertThat(chosen.files()).containsOnlyKeys("sum.py", "table.py");
        });
    }

    @Test
    void areWarnedAboutWhereTheyDoNotStandAlone() throws IOException {
        ProblemPackage problem =
                aPackage("multi-pass").with("data/valid_output/a.in", "1 2\n").read(temporary);

        assertThat(problem.outputValidators().outputs()).isEmpty();
        assertThat(problem.warnings())
                .extracting(Finding::toString)
                .containsExactly(
                        "data/valid_output: it is not used: an interactive or multi-pass problem's outputs do not stand alone");
    }

    private static PackageBuilder aPackage(String type) {
        return PackageBuilder.a2025Package(
                        "problem_format_version: 2025-09\nname: Sum\ntype: " + type + "\nlimits: {time_limit: 1}\n")
                .with("output_validator/check.py", "import sys\nsys.exit(42)\n");
    }
}
