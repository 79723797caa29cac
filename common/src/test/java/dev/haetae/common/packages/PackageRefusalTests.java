package dev.haetae.common.packages;

import static dev.haetae.common.packages.PackageBuilder.aPackage;
import static dev.haetae.common.packages.PackageBuilder.nothing;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packages that ask for what cannot be honoured, or say it wrongly: refused by file, line and reason. */
class PackageRefusalTests {

    @TempDir
    Path temporary;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "validation: custom | output_validators: the package's validation is custom, but there is no output validator",
                "validation: custom interactive | output_validators: the package's validation is custom, but there is no output validator",
                "validation: custom score | problem.yaml:1: validation custom score is not supported yet, only default and custom are, the latter also interactive, multi-pass, and in scoring problems score",
                "validation: default multi-pass | problem.yaml:1: validation default multi-pass is not supported yet, only default and custom are, the latter also interactive, multi-pass, and in scoring problems score",
                "limits: {validation_time: 601} | problem.yaml:1: limits.validation_time cannot be honoured: at most 600 is possible",
                "type: multi-pass | problem.yaml:1: type multi-pass is not supported, only pass-fail and scoring are",
                "type: [pass-fail, interactive] | problem.yaml:1: type has to be a text, not a list",
                "{type: scoring, grading: {objective: least}} | problem.yaml:1: grading.objective has to be max or min, not least",
                "{type: scoring, grading: {range: 2 1}} | problem.yaml:1: grading.range has to be two numbers, the smaller one first; -inf and inf are allowed",
                "{type: scoring, grading: {accept_score: many}} | problem.yaml:1: grading.accept_score has to be a number, not many",
                "problem_format_version: 2031-02 | problem.yaml:1: problem_format_version 2031-02 is not supported, only legacy, 2023-07-draft and 2025-09 are",
                "validator_flags: fuzzy | problem.yaml:1: the default validator has no flag fuzzy",
                "validator_flags: it's | problem.yaml:1: validator_flags has a quote that is not closed, or ends with a backslash",
                "validator_flags: case_sensitive case_sensitive | problem.yaml:1: case_sensitive is given more than once",
                "name: [Sum] | problem.yaml:1: name has to be a text, not a list",
                "limits: 5 | problem.yaml:1: limits has to be a map, not a text",
                "limits: {memory: lots} | problem.yaml:1: limits.memory has to be a number greater than 0, not lots",
                "limits: {memory: 0} | problem.yaml:1: limits.memory has to be a number greater than 0, not 0",
                "limits: {memory: 1e9} | problem.yaml:1: limits.memory has to be a number greater than 0, not 1e9",
                "limits: {memory: 65537} | problem.yaml:1: limits.memory cannot be honoured: at most 65536 is possible",
                "limits: {output: [1]} | problem.yaml:1: limits.output has to be a text, not a list",
                "limits: {time_limit: soon} | problem.yaml:1: the time limit has to be a number of seconds greater than 0 and up to 1200, not soon",
                "limits: {time_limit: -1} | problem.yaml:1: the time limit has to be a number of seconds greater than 0 and up to 1200, not -1",
                "limits: {time_limit: 1201} | problem.yaml:1: the time limit has to be a number of seconds greater than 0 and up to 1200, not 1201",
                "limits: {time_multiplier: x} | problem.yaml:1: limits.time_multiplier has to be a number greater than 0, not x",
                "name: ] | problem.yaml:1: not valid YAML: expected the node content, but found ']'",
                "- a | problem.yaml:1: the file is a list, not a map of keys",
                "just words | problem.yaml:1: the file is a text, not a map of keys",
                "{a: *x, b: &x 1} | problem.yaml:1: the alias *x is of nothing before it",
                "{name: &x [*x]} | problem.yaml:1: the alias *x is of nothing before it",
                "{a: &x 1, <<: *x} | problem.yaml:1: << has to be a map or a list of maps",
                "{a: &x {b: 1}, <<: *x, <<: *x} | problem.yaml:1: the key << is given twice",
                "{? [a] : b} | problem.yaml:1: a key has to be a text"
            })
    void refusesMetadata(String yaml, String reason) throws IOException {
        assertThat(reasons(aPackage().with("problem.yaml", yaml))).containsExactly(reason);
    }

    @Test
    void namesTheLineOfAKey() throws IOException {
        assertThat(reasons(
                        aPackage().with("problem.yaml", "name: a\n\n# comment\nlimits:\n  memory: 1\n  output: x\n")))
                .containsExactly("problem.yaml:6: limits.output has to be a number greater than 0, not x");
    }

    @Test
    void refusesAKeyThatIsGivenTwice() throws IOException {
        assertThat(reasons(aPackage().with("problem.yaml", "name: a\nvalidation: default\nname: b\n")))
                .containsExactly("problem.yaml:3: the key name is given twice");
    }

    @Test
    void refusesASecondDocument() throws IOException {
        assertThat(reasons(aPackage().with("problem.yaml", "name: a\n---\nvalidation: custom\n")))
                .containsExactly("problem.yaml:2: the file has a second YAML document");
    }

    @Test
    void refusesYamlThatIsNestedDeeply() throws IOException {
        assertThat(reasons(aPackage().with("problem.yaml", "name: " + "[".repeat(100_000))))
                .containsExactly("problem.yaml:1: the YAML is nested deeper than 20 levels");
    }

    @Test
    void refusesAliasesThatGrowWithoutBound() throws IOException {
        StringBuilder laughs = new StringBuilder("a0: &a0 [ha, ha]\n");
        for (int i = 1; i < 10; i++) {
            laughs.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(10)));
        }

        assertThat(reasons(aPackage().with("problem.yaml", laughs.toString())))
                .containsExactly("problem.yaml:7: aliases repeat more than a file may have, 1048576 characters");
        assertThat(reasons(aPackage()
                        .with("problem.yaml", "a: &a " + "x".repeat(10_000) + "\nb: [" + "*a, ".repeat(105) + "]\n")))
                .containsExactly("problem.yaml:2: aliases repeat more than a file may have, 1048576 characters");
    }

    @Test
    void refusesAliasesThatAreNestedDeeply() throws IOException {
        String inner = "[".repeat(16) + "]".repeat(16);

        assertThat(reasons(aPackage().with("problem.yaml", "a: &a " + inner + "\nb: [[[[[*a]]]]]\n")))
                .containsExactly("problem.yaml:2: the YAML is nested deeper than 20 levels");
    }

    @Test
    void refusesMetadataThatIsNotUtf8() throws IOException {
        assertThat(reasons(aPackage().with("problem.yaml", new byte[] {'a', ':', ' ', 'b', '\n', (byte) 0xE9})))
                .containsExactly("problem.yaml:2: the file is not UTF-8");
    }

    @Test
    void refusesMetadataThatIsTooLarge() throws IOException {
        assertThat(reasons(aPackage().with("problem.yaml", "#".repeat((1 << 20) + 1))))
                .containsExactly("problem.yaml: the file is larger than 1048576 bytes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "on_reject: stop | on_reject has to be break or continue, not stop",
                "grading: mine | grading has to be custom or default, not mine",
                "grader_flags: sum best | grader_flags has the flag best, which is not known",
                "output_validator_flags: fuzzy | the default validator has no flag fuzzy",
                "output_validator_flags: [[a]] | output_validator_flags has to be a list of texts"
            })
    void refusesGroupsThatAskForWhatIsNotThere(String yaml, String reason) throws IOException {
        assertThat(reasons(aPackage().with("data/secret/testdata.yaml", "# group\n" + yaml)))
                .containsExactly("data/secret/testdata.yaml:2: " + reason);
    }

    @Test
    void refusesAFlagThatProblemAndGroupBothGive() throws IOException {
        PackageBuilder builder = aPackage()
                .with("problem.yaml", "validator_flags: float_tolerance 1\n")
                .with("data/secret/testdata.yaml", "output_validator_flags: float_tolerance 2\n");

        assertThat(reasons(builder))
                .containsExactly("data/secret/testdata.yaml:1: float_tolerance is given more than once");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "timelimit = fast | the time limit has to be a number of seconds greater than 0 and up to 1200, not fast",
                "special_compare = cmp | special_compare is not supported: validators come in output_validators/",
                "special_run = run | special_run is not supported: validators come in output_validators/"
            })
    void refusesDomjudgesFile(String line, String reason) throws IOException {
        PackageBuilder builder =
                aPackage().with("problem.yaml", "name: x").with("domjudge-problem.ini", "short-name = A\n" + line);

        assertThat(reasons(builder)).containsExactly("domjudge-problem.ini:2: " + reason);
    }

    @Test
    void refusesATimeLimitFileWithoutANumber() throws IOException {
        assertThat(reasons(aPackage().with("problem.yaml", "name: x").with(".timelimit", "")))
                .containsExactly(
                        ".timelimit:1: the time limit has to be a number of seconds greater than 0 and up to 1200, not ");
    }

    @Test
    void refusesATestWithoutAnAnswer() throws IOException {
        assertThat(reasons(aPackage().without("data/secret/1.ans")))
                .containsExactly("data/secret/1.in: the test has no answer: 1.ans is missing");
    }

    @Test
    void refusesAPackageWithoutATest() throws IOException {
        PackageBuilder builder = nothing().with("problem.yaml", "name: x").with("data/readme.txt", "none yet");

        assertThat(reasons(builder))
                .containsExactly("data: the package has no test: no .in and .ans below data/sample or data/secret");
    }

    @Test
    void refusesAPackageWithoutMetadata() throws IOException {
        assertThat(reasons(aPackage().without("problem.yaml")))
                .containsExactly("problem.yaml: the file is missing, in the root and in a single folder there");
    }

    @Test
    void refusesMetadataTwoFoldersDown() throws IOException {
        assertThat(reasons(aPackage().in("a").in("b")))
                .singleElement()
                .asString()
                .startsWith("problem.yaml:");
    }

    @ParameterizedTest
    @CsvSource({"data/secret/test_group.yaml", "output_validator/v.py"})
    void recognisesTheNewerFormatByItsFiles(String path) throws IOException {
        assertThat(reasons(aPackage().with(path, "")))
                .singleElement()
                .asString()
                .contains("belongs to the format 2025-09, but problem.yaml has no problem_format_version");
    }

    @Test
    void givesSeveralReasonsAtOnce() throws IOException {
        PackageBuilder builder = aPackage()
                .with("problem.yaml", "type: multi-pass\nvalidation: custom score\n")
                .with("data/secret/testdata.yaml", "on_reject: stop\n")
                .without("data/sample/1.ans");

        assertThat(reasons(builder)).hasSize(4);
    }

    private List<String> reasons(PackageBuilder builder) throws IOException {
        return builder.reasons(temporary);
    }
}
