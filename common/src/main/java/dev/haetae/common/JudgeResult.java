package dev.haetae.common;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcome of one judging. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = JudgeResult.CompileFailed.class, name = "compile-failed"),
    @JsonSubTypes.Type(value = JudgeResult.Judged.class, name = "judged"),
    @JsonSubTypes.Type(value = JudgeResult.Ran.class, name = "ran"),
    @JsonSubTypes.Type(value = JudgeResult.PackageChecked.class, name = "package-checked"),
    @JsonSubTypes.Type(value = JudgeResult.JudgeFailed.class, name = "judge-failed")
})
public sealed interface JudgeResult {

    /**
     * The contestant's source did not compile.
     *
     * @param compiler its first line of version
     * @param compilerOutput up to 64 KiB of what it said
     */
    record CompileFailed(String compiler, String compilerOutput) implements JudgeResult {}

    /**
     * The tests ran and say what the submission is worth.
     *
     * @param verdict by the problem's scoring
     * @param score null for a pass-fail problem, and for what has none
     * @param groups outer ones before those in them; null in a problem whose groups make no difference
     * @param graded the verdict of a legacy package's graders on all, or null without any
     * @param tests those that were run, in the set's order
     * @param skipped tests of a scoring problem that were left out, in the set's order; null for none
     * @param testsTotal tests in the set
     * @param compiler its first line of version
     * @param compilerOutput warnings, up to 64 KiB
     */
    record Judged(
            Verdict verdict,
            @Nullable BigDecimal score,
            @Nullable List<GroupResult> groups,
            @Nullable Verdict graded,
            List<TestResult> tests,
            @Nullable List<SkippedTest> skipped,
            int testsTotal,
            String compiler,
            String compilerOutput)
            implements JudgeResult {

        public Judged {
            groups = groups == null ? null : List.copyOf(groups);
            tests = List.copyOf(tests);
            skipped = skipped == null ? null : List.copyOf(skipped);
        }

        /** Of a pass-fail problem. */
        public Judged(Verdict verdict, List<TestResult> tests, int testsTotal, String compiler, String compilerOutput) {
            this(verdict, null, null, null, tests, null, testsTotal, compiler, compilerOutput);
        }
    }

    /**
     * The program ran once, as {@link JudgeTask.RunOnce} asks; nothing was compared, unless an interactor, or passes, belong to it.
     *
     * @param run how; its verdict is ACCEPTED when the program ended well within its limits, and its interactor, if it has one, accepted
     * @param compiler its first line of version
     * @param compilerOutput warnings, up to 64 KiB
     * @param transcript what an interactor and the program said to each other, in lines that begin with {@code <} and {@code >}, and
     *     {@code ---} between passes; null where nobody talked with it
     */
    record Ran(
            TestResult run,
            String compiler,
            String compilerOutput,
            @Nullable Head transcript) implements JudgeResult {

        /** Of a program that nobody talked with. */
        public Ran(TestResult run, String compiler, String compilerOutput) {
            this(run, compiler, compilerOutput, null);
        }
    }

    /**
     * The input validators ran, as {@link JudgeTask.CheckPackage} asks.
     *
     * @param inputs how many they were run on
     * @param faults none when all is well; at {@value #MOST_FAULTS} the checking ends early
     */
    record PackageChecked(int inputs, List<InputFault> faults) implements JudgeResult {

        /** More than anybody mends at a time. */
        public static final int MOST_FAULTS = 100;

        public PackageChecked {
            faults = List.copyOf(faults);
        }
    }

    /**
     * We could not judge: JUDGE_ERROR, with the cause for operators.
     *
     * @param faulty what has to be mended
     * @param cause a sentence, without the contestant's code or data
     */
    record JudgeFailed(FaultyPart faulty, String cause) implements JudgeResult {}

    /** What an operator has to look at after a JUDGE_ERROR. */
    enum FaultyPart {
        /** The worker or its sandbox. */
        WORKER,
        /** The problem's data. */
        PROBLEM,
        /** A compiler or runtime. */
        LANGUAGE,
        /** A validator, checker or interactor. */
        CHECKER,
        /** Delivery: the request was given up after too many tries. */
        QUEUE
    }
}
