package dev.haetae.worker.testset;

import dev.haetae.common.TestSetRef;

/** Test sets by their address. */
@FunctionalInterface
public interface TestSets {

    /**
     * Has a test set on disk.
     *
     * @throws TestDataException when it cannot be had, or is not what the reference says
     */
    OpenTestSet open(TestSetRef set) throws InterruptedException;
}
