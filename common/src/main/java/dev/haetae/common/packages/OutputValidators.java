package dev.haetae.common.packages;

import dev.haetae.common.ValidationLimits;
import java.util.List;

/**
 * The output validators of a package, all of which have to accept.
 *
 * @param programs empty when the default validator is used; of an interactive problem the interactor, and behind it a checker of what it
 *     wrote if there is one
 * @param limits of each run, and of each compiling
 */
public record OutputValidators(List<PackageProgram> programs, ValidationLimits limits) {

    public OutputValidators {
        programs = List.copyOf(programs);
    }
}
