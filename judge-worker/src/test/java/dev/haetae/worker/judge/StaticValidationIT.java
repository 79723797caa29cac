package dev.haetae.worker.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.common.CheckerSpec;
import dev.haetae.common.FileRef;
import dev.haetae.common.JudgeResult;
import dev.haetae.common.ProgramSpec;
import dev.haetae.common.TestCase;
import dev.haetae.common.TestResult;
import dev.haetae.common.ValidationLimits;
import dev.haetae.common.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Validators whose work directory holds the submission's files, by the real runner. */
class StaticValidationIT {

    private static final ValidationLimits LIMITS = new ValidationLimits(2_000, 64 * RealJudging.MIB, RealJudging.MIB);

    @TempDir
    private static Path directory;

    private static RealJudging slot;

    @BeforeAll
    static void startASlot() {
        slot = new RealJudging(directory, "static-validation-it");
    }

    @AfterAll
    static void endTheSlot() {
        slot.close();
    }

    @Test
    void areToldOfTheProgramAndFindItsFilesOnly() throws Exception {
        String looks = """
                echo "$1 $2 $4 $(ls -p | grep -v /)" > "$3judgemessage.txt"
                grep -q six "$2" && exit 42; exit 43
                """;

        List<TestResult> tests = slot.judged(
                RealJudging.submission("python3", "main.py", "six = 6\nprint(six)"), looks(looks, "-n"), compares("6"));

        assertThat(tests).extracting(TestResult::verdict).containsExactly(Verdict.ACCEPTED, Verdict.ACCEPTED);
        assertThat(tests.getFirst().judgeFeedback()).isEqualTo("python3 main.py -n main.py");
        assertThat(tests.getFirst().timeMillis()).isZero();
    }

    @Test
    void judgeOutputsAmongTheSubmittedFilesByTheirOwn() throws Exception {
        CheckerSpec validator =
                new CheckerSpec.OutputValidators(List.of(lister("read x; [ $x = 6 ]")), List.of(), LIMITS);
        CheckerSpec interactor = new CheckerSpec.Interactor(lister("read x; [ $x = 6 ]"), List.of(), LIMITS);

        List<TestResult> tests = slot.judged(
                RealJudging.submission("python3", "main.py", "print(6)"), judges(validator), judges(interactor));

        assertThat(tests).extracting(TestResult::verdict).containsOnly(Verdict.ACCEPTED);
        assertThat(tests).extracting(TestResult::judgeFeedback).containsOnly("main.py mine");
    }

    /** Has a file beside itself, and says which files it finds where it is started. */
    private static ProgramSpec lister(String accepts) {
        String run = """
                #!/bin/sh
                echo $(ls -p | grep -v /) $(cat "$(dirname "$0")/own") > "$3judgemessage.txt"
                %s && exit 42; exit 43
                """.formatted(accepts);
        List<FileRef> files = List.of(new FileRef("own", slot.blob("mine")), new FileRef("run", slot.blob(run)));
        return new ProgramSpec("output_validator", null, files).besideSubmission();
    }

    @Test
    void rejectASubmissionWhoseOutputIsRight() throws Exception {
        List<TestResult> tests = slot.judged(
                RealJudging.submission("python3", "main.py", "print(6)"),
                compares("6"),
                looks("echo no > \"$3teammessage.txt\"; exit 43"));

        assertThat(tests).extracting(TestResult::verdict).containsExactly(Verdict.ACCEPTED, Verdict.WRONG_ANSWER);
        assertThat(tests.getLast().feedback()).isEqualTo("no");
    }

    @Test
    void areBlamedThemselvesWhenTheyNeitherAcceptNorReject() throws Exception {
        JudgeResult result = slot.judge("", looks("exit 0"));

        assertThat(result)
                .isEqualTo(
                        new JudgeResult.JudgeFailed(
                                JudgeResult.FaultyPart.CHECKER,
                                "output_validators/night ended with exit code 0, neither 42 nor 43, on secret/static_validation"));
    }

    private static TestCase looks(String script, String... arguments) {
        CheckerSpec validator = new CheckerSpec.StaticValidator(slot.script(script), List.of(arguments), LIMITS);
        return new TestCase("secret/static_validation", "secret", slot.blob(""), slot.blob(""), validator);
    }

    private static TestCase judges(CheckerSpec checker) {
        return new TestCase("secret/1", "secret", slot.blob(""), slot.blob(""), checker);
    }

    private static TestCase compares(String answer) {
        return new TestCase(
                "secret/1", "secret", slot.blob(""), slot.blob(answer), CheckerSpec.DefaultValidator.WITHOUT_FLAGS);
    }
}
