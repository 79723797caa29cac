package dev.haetae.worker.judge;

import dev.haetae.common.TestCase;
import dev.haetae.common.TestResult;
import dev.haetae.common.scoring.Claim;
import dev.haetae.worker.testset.OpenTestSet;

/** Judges a submission on one test after the other. */
interface TestJudge {

    /** A test's outcome, and what its validator says that it is worth. */
    record Outcome(TestResult result, Claim claim) {}

    /** What it is judged on. */
    OpenTestSet tests();

    /** Judges it on a test; {@code index} is the test's place in the set, from 1. */
    Outcome on(TestCase test, int index);
}
