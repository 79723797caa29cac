package dev.haetae.worker.judge;

import dev.haetae.common.Head;
import dev.haetae.common.TestResult;
import dev.haetae.common.Verdict;
import dev.haetae.worker.sandbox.RunReport;
import dev.haetae.worker.sandbox.Transcript;
import java.util.List;

/**
 * What one run of a program on a test has come to.
 *
 * @param output the beginning of what it wrote to standard output
 * @param said what its interactor and it said to each other, empty where it has none
 */
record PassResult(RunReport run, Judgement judgement, Head output, Transcript said) {

    private static final Transcript NOTHING = new Transcript(List.of(), false);

    /** Of a program that nobody talked with. */
    PassResult(RunReport run, Judgement judgement, Head output) {
        this(run, judgement, output, NOTHING);
    }

    boolean isAccepted() {
        return judgement.verdict() == Verdict.ACCEPTED;
    }

    /** For a report, as the run of that place, from 1. */
    TestResult.Pass reported(int index) {
        return new TestResult.Pass(index, run.cpu().toMillis(), run.memoryPeakBytes(), TestRun.exitCode(run.ending()));
    }
}
