package dev.haetae.common.scoring;

import dev.haetae.common.Verdict;

/** Says what a test gives when it went so. */
@FunctionalInterface
public interface Worth {

    /** Of a test that gives no points, whatever a validator says. */
    Worth NONE = (_, _) -> Points.NONE;

    /**
     * The points.
     *
     * @param claim of the validators, when it was they who decided
     * @throws ScoringFaultException when they must not claim that
     */
    Points of(Verdict verdict, Claim claim);
}
