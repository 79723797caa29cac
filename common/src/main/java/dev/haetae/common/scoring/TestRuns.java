package dev.haetae.common.scoring;

import dev.haetae.common.Skip;

/** Runs tests, each at most once, in the set's order; places in the set count from 0. */
public interface TestRuns {

    /** Runs a test. */
    Mark run(int place, Worth worth);

    /** Leaves a test out. */
    void skip(int place, Skip why);
}
