package dev.haetae.common.packages;

import static dev.haetae.common.packages.PackageBuilder.aPackage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.haetae.common.packages.InputValidators.OtherInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of a package's input validators, in both formats. */
class InputValidatorTests {

    private static final String YAML = "problem_format_version: 2025-09\nname: Sum\nlimits:\n  time_limit: 1\n";

    @TempDir
    private Path directory;

    @Test
    void areThoseOfBothLegacyFolders() throws IOException {
        InputValidators validators =
                validators(aPackage().with("input_validators/a.py", "").with("input_format_validators/b/main.cpp", ""));

        assertThat(validators.programs())
                .extracting(PackageProgram::name)
                .containsExactly("input_validators/a.py", "input_format_validators/b");
    }

    @Test
    void doNotHinderAPackageWhenTheyCannotBeRun() throws IOException {
        ProblemPackage problem = read(aPackage()
                .with("input_validators/a.ctd", "EOF\n")
                .with("input_validators/b/notes.txt", "")
                .with("input_validators/c.py", "#!/usr/bin/python2\n"));

        assertThat(problem.inputValidators().programs()).isEmpty();
        assertThat(problem.warnings())
                .extracting(Finding::file)
                .contains("input_validators/a.ctd", "input_validators/b", "input_validators/c.py");
    }

    @Test
    void getTheFlagsOfTheNearestLegacyGroup() throws IOException {
        InputValidators validators = validators(aPackage()
                .with("input_validators/a.py", "")
                .with("input_validators/b.py", "")
                .with("data/testdata.yaml", "input_validator_flags: -n 10\n")
                .with("data/secret/testdata.yaml", "input_validator_flags:\n  name: b\n  flags: -n 20\n")
                .with("data/secret/big/1.in", "1 1\n")
                .with("data/secret/big/1.ans", "2\n"));

        List<String> ten = List.of("-n", "10");
        List<String> twenty = List.of("-n", "20");
        assertThat(validators.arguments())
                .isEqualTo(Map.of(
                        "sample/", List.of(ten, ten),
                        "secret/", List.of(List.of(), twenty),
                        "secret/big/", List.of(List.of(), twenty)));
    }

    @Test
    void getTheArgumentsOfATestOrElseOfItsGroup() throws IOException {
        InputValidators validators = validators(aPackage()
                .with("problem.yaml", YAML)
                .with("input_validators/a.py", "")
                .with("data/secret/test_group.yaml", "input_validator_args: [big one]\n")
                .with("data/secret/1.yaml", "input_validator_args:\n  a: [small]\n"));

        assertThat(validators.arguments())
                .isEqualTo(Map.of("secret/", List.of(List.of("big one")), "secret/1", List.of(List.of("small"))));
    }

    @Test
    void haveInputsOfTheirOwn() throws IOException {
        InputValidators validators = validators(aPackage()
                .with("problem.yaml", YAML)
                .with("input_validators/a.py", "")
                .with("data/invalid_input/none.in", "")
                .with("data/invalid_input/none.yaml", "input_validator_args: [x]\n")
                .with("data/valid_output/1.in", "1 2\n")
                .with("data/valid_output/1.ans", "3\n")
                .with("data/valid_output/1.out", "3\n"));

        assertThat(validators.others())
                .extracting(OtherInput::name, OtherInput::valid)
                .containsExactly(tuple("invalid_input/none", false), tuple("valid_output/1", true));
        assertThat(validators.arguments()).containsOnlyKeys("invalid_input/none");
    }

    @Test
    void getTheFilesAndTheProgramsArgumentsOfSuchAnInput() throws IOException {
        InputValidators validators = validators(aPackage()
                .with("problem.yaml", YAML)
                .with("input_validators/a.py", "")
                .with("data/invalid_input/test_group.yaml", "args: [--all]\n")
                .with("data/invalid_input/none.in", "")
                .with("data/invalid_input/none.files/maps/a.txt", "a\n")
                .with("data/invalid_input/own.in", "")
                .with("data/invalid_input/own.yaml", "args: [--own]\n"));

        assertThat(validators.others())
                .extracting(
                        other -> other.invocation().arguments(),
                        other -> other.invocation().files().keySet())
                .containsExactly(tuple(List.of("--all"), Set.of("maps/a.txt")), tuple(List.of("--own"), Set.of()));
    }

    private InputValidators validators(PackageBuilder files) throws IOException {
        return read(files).inputValidators();
    }

    private ProblemPackage read(PackageBuilder files) throws IOException {
        Path source = files.directory(Files.createDirectory(directory.resolve("package")));
        PackageResult result =
                PackageReader.read(source, "sum.zip", Files.createDirectory(directory.resolve("scratch")));
        return ((PackageResult.Read) result).problem();
    }
}
