package dev.haetae.common.packages;

import dev.haetae.common.ValidationLimits;
import java.util.List;

/**
 * The output validators of a package, all of which have to accept.
 *
 * @param programs empty when the default validator is used; of an interactive problem the interactor, and behind it a checker of what it
 *     wrote if there is one
 * @param limits of each run, and of each compiling
 * @param outputs which they are checked with
 */
public record OutputValidators(List<PackageProgram> programs, ValidationLimits limits, List<KnownOutput> outputs) {

    public OutputValidators {
        programs = List.copyOf(programs);
        outputs = List.copyOf(outputs);
    }

    /** Programs that are taken as they are. */
    public OutputValidators(List<PackageProgram> programs, ValidationLimits limits) {
        this(programs, limits, List.of());
    }

    /**
     * An output that they have to accept, or have to reject.
     *
     * @param test on which nobody is judged, or a sample
     */
    public record KnownOutput(PackageTest test, PackageFile output, boolean valid) {}
}
