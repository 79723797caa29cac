package dev.haetae.common.packages;

import java.util.List;

/** What reading a package has come to. */
public sealed interface PackageResult {

    /** It can be imported. */
    record Read(ProblemPackage problem) implements PackageResult {}

    /**
     * It cannot: it is malformed, or asks for what would change a verdict and cannot be honoured.
     *
     * @param reasons at least one
     */
    record Refused(List<Finding> reasons) implements PackageResult {

        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
