package dev.haetae.worker.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.common.JudgeResult;
import dev.haetae.common.JudgeTask.RunOnce;
import dev.haetae.common.Limits;
import dev.haetae.common.SourceFile;
import dev.haetae.common.TestResult;
import dev.haetae.common.Verdict;
import dev.haetae.common.language.Languages;
import dev.haetae.worker.compile.Compiler;
import dev.haetae.worker.sandbox.Sandbox;
import dev.haetae.worker.testing.Slots;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that somebody tries out, by the real runner. */
class SingleRunIT {

    @TempDir
    private static Path directory;

    private static Sandbox sandbox;

    @BeforeAll
    static void startASlot() {
        sandbox = Slots.start(directory, "single-it");
    }

    @AfterAll
    static void endTheSlot() {
        sandbox.close();
    }

    @Test
    void showsWhatItWroteOfWhatItRead() throws Exception {
        TestResult run = ran(run("""
                #include <stdio.h>
                int main(void) { int a, b; scanf("%d%d", &a, &b); printf("%d\\n", a + b); fputs("done", stderr); return 3; }
                """, "1 2\n"));

        assertThat(run.output().text()).isEqualTo("3\n");
        assertThat(run.stderr().text()).isEqualTo("done");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.verdict()).isEqualTo(Verdict.RUNTIME_ERROR);
    }

    @Test
    void isAcceptedWhenItEndsWell() throws Exception {
        TestResult run = ran(run("int main(void) { return 0; }", ""));

        assertThat(run.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(run.output().sizeBytes()).isZero();
    }

    @Test
    void showsTheBeginningOfMuch() throws Exception {
        TestResult run = ran(run("""
                #include <stdio.h>
                int main(void) { for (int i = 0; i < 100000; i++) putchar('x'); return 0; }
                """, ""));

        assertThat(run.output().text()).hasSize(64 << 10);
        assertThat(run.output().sizeBytes()).isEqualTo(100_000);
        assertThat(run.output().truncated()).isTrue();
    }

    @Test
    void saysWhatTheCompilerSaid() throws Exception {
        assertThat(run("int main(void) { return no; }", ""))
                .isInstanceOfSatisfying(
                        JudgeResult.CompileFailed.class,
                        failed -> assertThat(failed.compilerOutput()).contains("undeclared"));
    }

    private static TestResult ran(JudgeResult result) {
        return ((JudgeResult.Ran) result).run();
    }

    private static JudgeResult run(String source, String stdin) throws InterruptedException {
        OfferedLanguages offered = new OfferedLanguages(
                List.of(new OfferedLanguage(Languages.all().find("c").orElseThrow(), "of this machine")));
        Judge judge = new Judge(
                _ -> {
                    throw new IllegalStateException("a run has no tests");
                },
                new Compiler(),
                offered);
        RunOnce task = new RunOnce(
                "c",
                null,
                List.of(new SourceFile("main.c", source.getBytes(StandardCharsets.UTF_8))),
                Limits.DEFAULT,
                stdin.getBytes(StandardCharsets.UTF_8));
        return judge.judge(task, new Bench(sandbox, new Leash(Duration.ofMinutes(1)), _ -> {}));
    }
}
