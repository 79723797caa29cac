package dev.haetae.common.packages;

import dev.haetae.common.ValidationLimits;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The input validators of a package, all of which have to accept each input.
 *
 * @param programs empty when it has none that can be run
 * @param limits of each run, and of each compiling
 * @param arguments what each program gets, in their order, by an input's name or, with a slash behind it, its group's
 * @param others inputs beside those of the tests
 */
public record InputValidators(
        List<PackageProgram> programs,
        ValidationLimits limits,
        SortedMap<String, List<List<String>>> arguments,
        List<OtherInput> others) {

    public InputValidators {
        programs = List.copyOf(programs);
        arguments = Collections.unmodifiableSortedMap(new TreeMap<>(arguments));
        others = List.copyOf(others);
    }

    /**
     * An input that is there for the validators only.
     *
     * @param name path below {@code data/}, without its ending
     * @param valid whether they have to accept it; else one has to reject it
     * @param invocation with the arguments and the files that belong to it
     */
    public record OtherInput(String name, PackageFile input, boolean valid, PackageInvocation invocation) {}
}
