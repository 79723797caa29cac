package dev.haetae.worker.judge;

import dev.haetae.common.TestResult.Reason;
import dev.haetae.common.Verdict;
import dev.haetae.worker.checker.Comparison;
import dev.haetae.worker.sandbox.BoxName;
import dev.haetae.worker.sandbox.Ending;
import dev.haetae.worker.sandbox.PairReport;
import dev.haetae.worker.sandbox.RunReport;
import dev.haetae.worker.sandbox.SandboxException;
import java.util.function.Supplier;

/**
 * The rules for one test, in their order and nowhere else: the limit that was hit first, then how the program ended, then how much it
 * wrote, and only then what it wrote. Leftover processes and refused forks change nothing.
 */
final class Verdicts {

    private static final int SIGSYS = 31;

    private Verdicts() {}

    /** {@code comparison} is asked for only where it decides. */
    static Judgement of(RunReport run, Supplier<Comparison> comparison) {
        return switch (run.killed()) {
            case MEMORY -> Judgement.of(Verdict.MEMORY_LIMIT_EXCEEDED);
            case CPU -> Judgement.of(Verdict.TIME_LIMIT_EXCEEDED, Reason.CPU);
            case WALL -> Judgement.of(Verdict.TIME_LIMIT_EXCEEDED, Reason.WALL);
            case CANCEL -> throw new SandboxException("The run was cancelled: it says nothing about the program");
            case PARTNER ->
                throw new SandboxException("The run was ended with its partner, whose end is what has to be judged");
            case NONE -> ended(run, comparison);
        };
    }

    /**
     * Of a program that talked with an interactor, which has decided: a rejection that came first counts, else the program's own failure, else
     * what comes of the decision, which is asked for only then.
     */
    static Judgement of(PairReport pair, Comparison decided, Supplier<Comparison> checked) {
        return switch (decided) {
            case Comparison.Different _ when pair.first() == BoxName.JURY -> compared(decided);
            case Comparison.Different _, Comparison.Same _ -> of(pair.contestant(), checked);
        };
    }

    private static Judgement ended(RunReport run, Supplier<Comparison> comparison) {
        return switch (run.ending()) {
            case Ending.Signalled(var signal) ->
                Judgement.of(Verdict.RUNTIME_ERROR, signal == SIGSYS ? Reason.FORBIDDEN : Reason.SIGNAL);
            case Ending.Exited(var code) when code != 0 -> Judgement.of(Verdict.RUNTIME_ERROR, Reason.EXIT_CODE);
            case Ending.Exited(var _)
            when run.outputOverLimit() -> Judgement.of(Verdict.OUTPUT_LIMIT_EXCEEDED, Reason.OUTPUT);
            case Ending.Exited(var _) -> compared(comparison.get());
        };
    }

    /** Of an output that nothing else is to be said against. */
    static Judgement compared(Comparison comparison) {
        return switch (comparison) {
            case Comparison.Same(var feedback, var claim) -> new Judgement(Verdict.ACCEPTED, null, feedback, claim);
            case Comparison.Different(var feedback, var claim) ->
                new Judgement(Verdict.WRONG_ANSWER, null, feedback, claim);
        };
    }
}
