package dev.haetae.worker.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.common.language.Languages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a problem setter sees of a package, judged by the real runner. */
class VerifyProblemIT {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    private Path scratch;

    @TempDir
    private Path problem;

    @BeforeEach
    void writeAPackage() throws IOException {
        write("problem.yaml", "name: Sum\nlimits:\n  time_limit: 1\n");
        write("problem_statement/problem.en.md", "Add.\n");
        write("data/secret/1.in", "1 2\n");
        write("data/secret/1.ans", "3\n");
        write("data/secret/2.in", "2 3\n");
        write("data/secret/2.ans", "5\n");
        write(
                "submissions/accepted/sum.c",
                "#include <stdio.h>\nint main(void) { int a, b; scanf(\"%d%d\", &a, &b);"
                        + " printf(\"%d\\n\", a + b); return 0; }\n");
    }

    @Test
    void endsWellWhenAllAreAsExpected() throws Exception {
        write("input_validators/any/run", "exit 42\n");
        write("submissions/time_limit_exceeded/loop.c", "int main(void) { for (;;) { } }\n");

        assertThat(verify()).isZero();

        assertThat(lines())
                .anyMatch(line -> line.contains("ok") && line.contains("accepted/sum.c") && line.contains("ACCEPTED"))
                .anyMatch(line -> line.contains("time_limit_exceeded/loop.c") && line.contains("2.0"))
                .contains("2 inputs: valid")
                .contains("all as expected");
    }

    @Test
    void saysWhatIsNotAsExpected() throws Exception {
        write("submissions/wrong_answer/right.c", Files.readString(problem.resolve("submissions/accepted/sum.c")));
        write("submissions/accepted/broken.c", "int main(void) { return no; }\n");

        assertThat(verify()).isEqualTo(1);

        assertThat(lines())
                .anyMatch(line -> line.contains("MISMATCH") && line.contains("wrong_answer/right.c"))
                .anyMatch(line -> line.contains("expected WRONG_ANSWER"))
                .anyMatch(line -> line.contains("MISMATCH") && line.contains("COMPILE_ERROR"))
                .anyMatch(line -> line.contains("undeclared"))
                .contains("2 of 3 are not as expected");
    }

    @Test
    void showsTheScoresOfAScoringProblem() throws Exception {
        write("problem.yaml", "name: Sum\ntype: scoring\nlimits:\n  time_limit: 1\n");
        write("data/testdata.yaml", "on_reject: continue\nrange: 0 2\ngrader_flags: always_accept\n");
        String three = "#include <stdio.h>\nint main(void) { puts(\"3\"); return 0; }\n";
        write("submissions/partially_accepted/three.c", "// @EXPECTED_SCORE@: 1\n" + three);
        write("submissions/partially_accepted/more.c", "// @EXPECTED_SCORE@: 1.5\n" + three);

        assertThat(verify()).isEqualTo(1);

        assertThat(lines())
                .anyMatch(line -> line.contains("ok") && line.contains("partially_accepted/three.c"))
                .anyMatch(line -> line.contains("MISMATCH") && line.contains("partially_accepted/more.c"))
                .anyMatch(line -> line.contains("score 1: secret ACCEPTED 1"))
                .anyMatch(line -> line.contains("score 2: secret ACCEPTED 2"))
                .anyMatch(line -> line.contains("expected a part of the score, the score 1.5"))
                .contains("1 of 3 are not as expected");
    }

    @Test
    void passesOverWhatIsInNoLanguage() throws Exception {
        write("submissions/accepted/notes.txt", "read me\n");

        assertThat(verify()).isZero();

        assertThat(lines()).anyMatch(line -> line.contains("skipped") && line.contains("accepted/notes.txt"));
    }

    @Test
    void namesFileAndLineOfWhatIsRefused() throws Exception {
        write("problem.yaml", "name: Sum\nvalidator_flags: nonsense\n");

        assertThat(verify()).isEqualTo(2);

        assertThat(lines()).anyMatch(line -> line.startsWith("  problem.yaml:2: "));
    }

    @Test
    void holdsValidatorsToThePackagesLimits() throws Exception {
        write("problem.yaml", "name: Sum\nvalidation: custom\nlimits:\n  time_limit: 1\n  validation_time: 1\n");
        write("output_validators/sleeps/run", "exec sleep 60\n");

        assertThat(verify()).isEqualTo(1);

        assertThat(lines()).anyMatch(line -> line.contains("output_validators/sleeps took longer than 1000 ms"));
    }

    @Test
    void derivesATimeLimitThatThePackageDoesNotState() throws Exception {
        write("problem.yaml", "name: Sum\n");
        write("submissions/time_limit_exceeded/loop.c", "int main(void) { for (;;) { } }\n");

        assertThat(verify()).isZero();

        assertThat(lines()).contains("time limit 1.000 s", "all as expected");
    }

    @Test
    void findsNoTimeLimitWhereNoSolutionIsAccepted() throws Exception {
        write("problem.yaml", "name: Sum\n");
        write("submissions/accepted/sum.c", "int main(void) { return 0; }\n");

        assertThat(verify()).isEqualTo(1);

        assertThat(lines())
                .contains("no time limit can be derived:")
                .anyMatch(line -> line.startsWith("  accepted/sum.c is not accepted: WRONG_ANSWER"));
    }

    @Test
    void checksEveryInput() throws Exception {
        write("input_validators/two.c", """
                #include <stdio.h>
                int main(int n, char **args) {
                    int a, b;
                    if (n != 3 || scanf("%d%d", &a, &b) != 2) { puts("no two numbers"); return 43; }
                    return 42;
                }
                """);
        write("input_validators/crashes/run", "read line; [ \"$line\" = '2 3' ] || exit 42; kill -11 $$\n");
        write("input_validators/broken.c", "int main(void) { return no; }\n");
        write("data/testdata.yaml", "input_validator_flags: one two\n");
        write("data/secret/3.in", "one two\n");
        write("data/secret/3.ans", "3\n");

        assertThat(verify()).isEqualTo(1);

        assertThat(lines())
                .contains("input: secret/3: input_validators/two.c rejects it with exit code 43: no two numbers")
                .contains("input: secret/2: input_validators/crashes was ended by signal 11")
                .anyMatch(line -> line.startsWith("input: input_validators/broken.c does not compile: "))
                .contains("3 inputs: 3 faults");
    }

    @Test
    void laysIncludedFilesOverSolutions() throws Exception {
        write("include/c/lib/add.h", "static int add(int a, int b) { return a + b; }\n");
        write(
                "include/c/main.c",
                "#include <stdio.h>\nint solve(int, int);\nint main(void) { int a, b; scanf(\"%d%d\", &a, &b);"
                        + " printf(\"%d\\n\", solve(a, b)); return 0; }\n");
        write("submissions/accepted/sum.c", "#include \"lib/add.h\"\nint solve(int a, int b) { return add(a, b); }\n");

        assertThat(verify()).isZero();
    }

    @Test
    void showsNoControlCharacterOfThePackage() throws Exception {
        write("problem.yaml", "name: \"S\\e[31mu\\x9b1m\"\nlimits:\n  time_limit: 1\n");

        verify();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .doesNotContain("\033", "\u009B")
                .contains("S?[31mu?1m");
    }

    private int verify() throws IOException, InterruptedException {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        Path runner = Path.of("target", "haetae-runner").toAbsolutePath();
        Languages c = Languages.all().configured(List.of("c"));
        return new VerifyProblem(runner, scratch, 1, c, new Table(false), stream).verify(problem);
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private void write(String path, String content) throws IOException {
        Path file = problem.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
