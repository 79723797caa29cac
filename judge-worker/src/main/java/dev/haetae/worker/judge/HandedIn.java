package dev.haetae.worker.judge;

import dev.haetae.common.CheckerSpec;
import dev.haetae.common.Head;
import dev.haetae.common.JudgeResult.FaultyPart;
import dev.haetae.common.SourceFile;
import dev.haetae.common.TestCase;
import dev.haetae.common.TestResult;
import dev.haetae.common.scoring.Claim;
import dev.haetae.worker.checker.Check;
import dev.haetae.worker.checker.Comparison;
import dev.haetae.worker.checker.Feedback;
import dev.haetae.worker.checker.KeptOutput;
import dev.haetae.worker.jury.Validation;
import dev.haetae.worker.testset.OpenTestSet;
import dev.haetae.worker.testset.TestDataException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges answers that were handed in, as if a program had written each of them. No validator is asked about one that is missing. */
record HandedIn(OpenTestSet tests, Validation validation, Map<String, byte[]> answers) implements TestJudge {

    static HandedIn of(OpenTestSet tests, Validation validation, List<SourceFile> answers) {
        return new HandedIn(
                tests, validation, answers.stream().collect(Collectors.toMap(SourceFile::name, SourceFile::content)));
    }

    @Override
    public Outcome on(TestCase test, int index) {
        byte[] answer = answers.get(test.name());
        Comparison comparison = answer == null
                ? new Comparison.Different(new Feedback("There is no answer to this test.", null), Claim.NOTHING)
                : compare(test, answer);
        Judgement judgement = Verdicts.compared(comparison);
        return new Outcome(result(test, index, judgement, answer), judgement.claim());
    }

    private Comparison compare(TestCase test, byte[] answer) {
        try {
            return switch (test.checker()) {
                case CheckerSpec.DefaultValidator flags -> {
                    Check check = new Check(flags, tests.file(test.answer()));
                    check.read(new ByteArrayInputStream(answer));
                    yield check.comparison();
                }
                case CheckerSpec.OutputValidators validators -> {
                    try (KeptOutput output = new KeptOutput()) {
                        output.read(new ByteArrayInputStream(answer));
                        yield validation.judge(test, validators, output.file());
                    }
                }
                case CheckerSpec.Interactor _, CheckerSpec.StaticValidator _ ->
                    throw new TestDataException(
                            FaultyPart.PROBLEM,
                            "An answer is no program to talk with or to look at: " + test.name(),
                            null);
            };
        } catch (IOException e) {
            throw new UncheckedIOException("An answer cannot be compared", e);
        }
    }

    /** Of a test for which no program was run. */
    static TestResult result(TestCase test, int index, Judgement judgement, byte @Nullable [] answer) {
        byte[] head = answer == null ? new byte[0] : Arrays.copyOf(answer, Math.min(answer.length, Check.HEAD_BYTES));
        return new TestResult(
                index,
                test.name(),
                test.group(),
                judgement.verdict(),
                judgement.reason(),
                null,
                null,
                0,
                0,
                0,
                judgement.feedback().toContestant(),
                judgement.feedback().toJury(),
                Head.of(head, answer == null ? 0 : answer.length),
                Head.EMPTY);
    }
}
