package dev.haetae.worker.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.common.CheckerSpec;
import dev.haetae.common.Invocation;
import dev.haetae.common.JudgeResult;
import dev.haetae.common.JudgeResult.FaultyPart;
import dev.haetae.common.TestCase;
import dev.haetae.common.TestResult;
import dev.haetae.common.ValidationLimits;
import dev.haetae.common.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs that are run several times for a test, by the real runner. */
class MultiPassIT {

    private static final ValidationLimits VALIDATION =
            new ValidationLimits(1_000, 64 * RealJudging.MIB, RealJudging.MIB);

    /** Hands the output back as the next input, twice, and writes down what it was given. */
    private static final String RELAY = """
            read in < "$1"; read answer < "$2"; read out
            echo "$in>$out" >> "$3judgemessage.txt"; [ -e "$3nextpass.in" ] && echo left >> "$3judgemessage.txt"
            [ "$out" = "$answer" ] && exit 42
            [ "$out" = bad ] && exit 43
            echo "$out" > "$3nextpass.in"; exit 42
            """;

    private static final String ADDS_ONE = "int n; scanf(\"%d\", &n); printf(\"%d\\n\", n + 1);";

    @TempDir
    private static Path directory;

    private static RealJudging slot;

    @BeforeAll
    static void startASlot() {
        slot = new RealJudging(directory, "multi-pass-it");
    }

    @AfterAll
    static void endTheSlot() {
        slot.close();
    }

    @Test
    void givesEachPassWhatTheValidatorWroteForIt() throws Exception {
        TestResult test = slot.judged(ADDS_ONE, test(RELAY, 5));

        assertThat(test.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(test.judgeFeedback()).isEqualTo("1>2\n2>3\n3>4");
        assertThat(test.passes()).extracting(TestResult.Pass::index).containsExactly(1, 2, 3);
        assertThat(test.output().text()).isEqualTo("4\n");
    }

    @Test
    void reportsTheMostThatAPassTook() throws Exception {
        String body =
                "int n; scanf(\"%d\", &n); if (n == 2) { volatile char *p = malloc(24 << 20); for (int i = 0; i < 24 << 20; i += 4096) p[i] = 1;"
                        + " while (clock() < CLOCKS_PER_SEC / 10); } printf(\"%d\\n\", n + 1);";

        TestResult test = slot.judged(body, test(RELAY, 5));

        List<TestResult.Pass> passes = Objects.requireNonNull(test.passes());
        assertThat(test.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(test.timeMillis()).isEqualTo(passes.get(1).timeMillis());
        assertThat(test.memoryBytes()).isEqualTo(passes.get(1).memoryBytes()).isGreaterThan(20 << 20);
        assertThat(passes.get(2).memoryBytes()).isLessThan(20 << 20);
    }

    @Test
    void limitsEachPassByItself() throws Exception {
        String busy =
                "int n; scanf(\"%d\", &n); while (clock() < CLOCKS_PER_SEC / 4) continue; printf(\"%d\\n\", n + 1);";

        TestResult test = slot.judged(busy, test(RELAY, 5));

        assertThat(test.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(test.timeMillis()).isLessThan(RealJudging.LIMITS.timeMillis());
    }

    @Test
    void stopsAtThePassThatIsRejectedOrFails() throws Exception {
        String rejected = "int n; scanf(\"%d\", &n); puts(n == 2 ? \"bad\" : \"2\");";
        String fails = "int n; scanf(\"%d\", &n); puts(\"2\"); return n == 2 ? 3 : 0;";

        TestResult wrong = slot.judged(rejected, test(RELAY, 5));
        TestResult crashed = slot.judged(fails, test(RELAY, 5));

        assertThat(wrong.verdict()).isEqualTo(Verdict.WRONG_ANSWER);
        assertThat(wrong.judgeFeedback()).isEqualTo("1>2\n2>bad");
        assertThat(crashed.verdict()).isEqualTo(Verdict.RUNTIME_ERROR);
        assertThat(crashed.exitCode()).isEqualTo(3);
        assertThat(crashed.judgeFeedback()).isEqualTo("1>2");
        assertThat(crashed.passes()).hasSize(2);
    }

    /** Says in each pass what it finds of the others: a file in /tmp, processes, its own number, inodes and times of /tmp. */
    @Test
    void leavesTheProgramNothingOfThePassBefore() throws Exception {
        String body = """
                int n; scanf("%d", &n);
                struct stat s; int found = 0;
                if (n == 1) for (int i = 0; i < 50; i++) {
                    char name[32]; sprintf(name, "/tmp/f%d", i); fclose(fopen(name, "w"));
                    if (fork() == 0) { if (i == 7) sleep(30); _exit(0); }
                }
                if (n > 1) {
                    DIR *d = opendir("/proc"); int processes = 0;
                    for (struct dirent *e; (e = readdir(d));) processes += atoi(e->d_name) > 0;
                    FILE *f = fopen("/tmp/new", "w"); fstat(fileno(f), &s);
                    found = processes > 2 || getpid() > 20 || s.st_ino > 20 || access("/tmp/f1", F_OK) == 0;
                }
                printf("%d\\n", found ? 99 : n + 1);
                """;

        assertThat(slot.judged(body, test(RELAY, 5)).judgeFeedback()).isEqualTo("1>2\n2>3\n3>4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "echo 1 > $3nextpass.in; exit 42 | wants more than 3 passes",
                "echo 1 > $3nextpass.in; exit 43 | rejected and wrote nextpass.in",
                "ln -s /etc/passwd $3nextpass.in; exit 42 | wrote a nextpass.in that cannot be read",
                "mkdir $3nextpass.in; exit 42 | wrote a nextpass.in that cannot be read",
                "echo 1 > $3nextpass.in; exit 7 | ended with exit code 7, neither 42 nor 43,"
            })
    void blamesTheValidator(String script, String fault) throws Exception {
        assertThat(slot.judge(ADDS_ONE, test(script, 3)))
                .isEqualTo(new JudgeResult.JudgeFailed(
                        FaultyPart.CHECKER, "output_validators/night " + fault + " on secret/1"));
    }

    @Test
    void letsAnInteractorTalkInEachPass() throws Exception {
        String talks = """
                read in < "$1"; echo "say $in"; read out; echo "$in>$out" >> "$3judgemessage.txt"
                [ "$in" = 3 ] && exit 42
                echo $((in + 1)) > "$3nextpass.in"; exit 42
                """;
        CheckerSpec checker = new CheckerSpec.Interactor(slot.script(talks), List.of(), VALIDATION);

        TestResult test = slot.judged(
                "int n; scanf(\"say %d\", &n); printf(\"%d!\\n\", n);",
                test(checker, new Invocation(3, List.of(), List.of(), false)));

        assertThat(test.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(test.judgeFeedback()).isEqualTo("1>1!\n2>2!\n3>3!");
        assertThat(test.passes()).hasSize(3);
    }

    @Test
    void handsOnAnInputThatIsLargerThanAMessage() throws Exception {
        String body = "int c, n = 0; while ((c = getchar()) != EOF) n++; printf(\"%d\\n\", n);";
        String large = """
                read out; echo "$out" >> "$3judgemessage.txt"; [ "$out" -gt 9 ] && exit 42
                head -c 40000000 /dev/zero > "$3nextpass.in"; exit 42
                """;
        ValidationLimits roomy = new ValidationLimits(1_000, 256 * RealJudging.MIB, 64 * RealJudging.MIB);
        CheckerSpec checker = new CheckerSpec.OutputValidators(List.of(slot.script(large)), List.of(), roomy);

        TestResult test = slot.judged(body, test(checker, new Invocation(2, List.of(), List.of(), false)));

        assertThat(test.judgeFeedback()).isEqualTo("2\n40000000");
    }

    private static TestCase test(String script, int passes) {
        CheckerSpec checker = new CheckerSpec.OutputValidators(List.of(slot.script(script)), List.of(), VALIDATION);
        return test(checker, new Invocation(passes, List.of(), List.of(), false));
    }

    private static TestCase test(CheckerSpec checker, Invocation invocation) {
        return new TestCase("secret/1", "secret", slot.blob("1\n"), slot.blob("4\n"), checker, invocation);
    }
}
