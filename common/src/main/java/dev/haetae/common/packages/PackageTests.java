package dev.haetae.common.packages;

import dev.haetae.common.Scoring;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The tests of a package, and what they come to.
 *
 * @param tests in judging order
 * @param scoring how they make the result
 * @param grader the program that grades their groups, or null
 * @param inputArguments of the input validators, as {@link InputValidators} has them
 * @param otherInputs beside those of the tests
 */
record PackageTests(
        List<PackageTest> tests,
        Scoring scoring,
        @Nullable PackageProgram grader,
        SortedMap<String, List<List<String>>> inputArguments,
        List<InputValidators.OtherInput> otherInputs) {

    PackageTests {
        tests = List.copyOf(tests);
        otherInputs = List.copyOf(otherInputs);
    }
}
