package dev.haetae.common.packages;

import static dev.haetae.common.packages.PackageBuilder.aPackage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.common.ValidationLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages with output validators of their own. */
class OutputValidatorTests {

    @TempDir
    Path temporary;

    @ParameterizedTest
    @CsvSource({
        "check.cpp, cpp",
        "check.cc, cpp",
        "check.c, c",
        "Check.java, java",
        "check.py, pypy3",
        "dir/check.rs, rust",
        "dir/main.cpp, cpp"
    })
    void knowsTheLanguageOfAProgram(String path, String language) throws IOException {
        PackageProgram program = read(custom().with("output_validators/" + path, "source"))
                .outputValidators()
                .programs()
                .getFirst();

        assertThat(program.language()).isEqualTo(language);
        assertThat(program.files()).containsOnlyKeys(path.replace("dir/", ""));
        assertThat(program.name()).isEqualTo("output_validators/" + path.replaceFirst("dir/.*", "dir"));
    }

    @Test
    void getFlagsInQuotesAsOneArgument() throws IOException {
        ProblemPackage problem = aPackage()
                .with("problem.yaml", "validation: custom\nvalidator_flags: --message \"two words\"\n")
                .with("output_validators/check.py", "")
                .with("data/secret/testdata.yaml", "output_validator_flags: --all 'of them'\n")
                .read(temporary);

        assertThat(problem.tests())
                .extracting(PackageTest::checker)
                .containsExactly(
                        new PackageChecker.Custom(List.of("--message", "two words")),
                        new PackageChecker.Custom(List.of("--message", "two words", "--all", "of them")));
    }

    @Test
    void takesAProgramThatBuildsItself() throws IOException {
        PackageBuilder builder = custom().with("output_validators/own/build", "#!/bin/sh\n")
                .with("output_validators/own/src/check.zig", "source");

        PackageProgram program = read(builder).outputValidators().programs().getFirst();

        assertThat(program.language()).isNull();
        assertThat(program.files()).containsOnlyKeys("build", "src/check.zig");
    }

    @Test
    void takesTheProgramOfTheSuccessorsFolder() throws IOException {
        ProblemPackage problem = read(custom().with("output_validator/validator.py", "a"));

        assertThat(problem.outputValidators().programs())
                .extracting(PackageProgram::name)
                .containsExactly("output_validator/validator.py");
        assertThat(problem.warnings()).isEmpty();
    }

    @Test
    void takesSeveralProgramsByNameAndLeavesLitterOut() throws IOException {
        ProblemPackage problem = read(custom().with("output_validators/second/b.cpp", "b")
                .with("output_validators/second/.gitignore", "b")
                .with("output_validators/first.py", "a")
                .with("output_validators/README.md", "read me"));

        assertThat(problem.outputValidators().programs())
                .extracting(PackageProgram::name)
                .containsExactly("output_validators/first.py", "output_validators/second");
        assertThat(problem.outputValidators().programs().getLast().files()).containsOnlyKeys("b.cpp");
        assertThat(problem.warnings())
                .extracting(Finding::toString)
                .containsExactly(
                        "output_validators/README.md: the file is in no language that can be judged and is ignored");
    }

    @ParameterizedTest
    @ValueSource(strings = {"' more  flags '", "{name: check, flags: more flags}", "{flags: [more, flags]}"})
    void givesEachTestTheFlagsOfItsProblemAndItsGroup(String flags) throws IOException {
        List<PackageTest> tests = read(custom("validator_flags: strict 10\n")
                        .with("output_validators/check.cpp", "source")
                        .with("data/secret/testdata.yaml", "output_validator_flags: " + flags + "\n"))
                .tests();

        assertThat(tests)
                .extracting(PackageTest::checker)
                .containsExactly(
                        new PackageChecker.Custom(List.of("strict", "10")),
                        new PackageChecker.Custom(List.of("strict", "10", "more", "flags")));
    }

    @Test
    void refusesFlagsForAnotherValidator() throws IOException {
        assertThat(reasons(custom().with("output_validators/check.cpp", "source")
                        .with("data/secret/testdata.yaml", "output_validator_flags: {name: other, flags: fast}\n")))
                .containsExactly("data/secret/testdata.yaml:1: output_validator_flags.name has to be that of the only"
                        + " output validator, not other");
    }

    @Test
    void talksWithTheProgramWhereTheProblemIsInteractive() throws IOException {
        ProblemPackage problem = read(aPackage()
                .with(
                        "problem.yaml",
                        "limits: {time_limit: 1}\nvalidation: custom  interactive\nvalidator_flags: fast\n")
                .with("output_validators/talk.cpp", "source"));

        assertThat(problem.tests())
                .extracting(PackageTest::checker)
                .containsOnly(new PackageChecker.Interactive(List.of("fast")));
    }

    @ParameterizedTest
    @CsvSource({
        "custom multi-pass, 2",
        "custom multi-pass interactive, 2",
        "custom interactive multi-pass, 2",
        "custom, 1"
    })
    void runsProgramsAgainWhereTheirJudgeMayAskForIt(String validation, int passes) throws IOException {
        ProblemPackage problem = read(aPackage()
                .with("problem.yaml", "limits: {time_limit: 1}\nvalidation: " + validation + "\n")
                .with("output_validators/night.cpp", "source"));

        assertThat(problem.tests())
                .extracting(test -> test.invocation().passes())
                .containsOnly(passes);
        assertThat(problem.tests())
                .extracting(PackageTest::checker)
                .hasOnlyElementsOfType(
                        validation.contains("interactive")
                                ? PackageChecker.Interactive.class
                                : PackageChecker.Custom.class);
    }

    @Test
    void refusesTwoValidatorsWhereOnlyOneCanTalk() throws IOException {
        assertThat(reasons(aPackage()
                        .with("problem.yaml", "validation: custom interactive\n")
                        .with("output_validators/a.cpp", "source")
                        .with("output_validators/b.cpp", "source")))
                .containsExactly(
                        "output_validators: the problem is interactive, but there is more than one output validator");
    }

    @Test
    void readsTheLimitsOfValidators() throws IOException {
        String limits = "limits: {time_limit: 1, validation_time: 5, validation_memory: 64, validation_output: 1}\n";

        ProblemPackage problem = read(custom(limits).with("output_validators/check.cpp", "source"));

        assertThat(problem.outputValidators().limits()).isEqualTo(new ValidationLimits(5_000, 64 << 20, 1 << 20));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "output_validators/dir/notes.txt | x | output_validators/dir: the program has no source in a language that can be judged, and neither build nor run",
                "output_validators/check.py | #!/usr/bin/env python2 | output_validators/check.py:1: Python 2 is not supported",
                "output_validators/notes.txt | x | output_validators: the package's validation is custom, but there is no output validator"
            })
    void refusesAProgramThatCannotJudge(String path, String content, String reason) throws IOException {
        assertThat(reasons(custom().with(path, content))).containsExactly(reason);
    }

    @Test
    void refusesAProgramThatIsTooLarge() throws IOException {
        assertThat(reasons(custom().with("output_validators/check.cpp", new byte[(16 << 20) + 1])))
                .containsExactly(
                        "output_validators/check.cpp: the program has more than 1000 files, or than 16777216 bytes");
    }

    @Test
    void refusesMoreArgumentsThanACommandLineTakes() throws IOException {
        String flags = "name: Sum\nvalidation: custom\nvalidator_flags: " + "x".repeat(20_000);

        assertThat(reasons(aPackage().with("problem.yaml", flags).with("output_validators/check.cpp", "source")))
                .containsExactly("problem.yaml:3: flags of output validators are at most 16384 bytes without NUL");
    }

    private static PackageBuilder custom() {
        return custom("limits: {time_limit: 1}\n");
    }

    private static PackageBuilder custom(String more) {
        return aPackage().with(".timelimit", "1").with("problem.yaml", "name: Sum\nvalidation: custom\n" + more);
    }

    private ProblemPackage read(PackageBuilder builder) throws IOException {
        return builder.read(temporary);
    }

    private List<String> reasons(PackageBuilder builder) throws IOException {
        return builder.reasons(temporary);
    }
}
