package dev.haetae.api.problem;

import dev.haetae.common.InputValidation;
import dev.haetae.common.TestCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** The settings of groups and tests by which a package in the format 2025-09 gives its input validators, all alike, their arguments. */
final class InputArgumentsText {

    private static final String KEY = "input_validator_args";

    private InputArgumentsText() {}

    /**
     * Lays the settings of groups, and of single tests where those of a group differ.
     *
     * @param files the keys of settings, by their file
     */
    static void lay(InputValidation inputs, List<TestCase> tests, SortedMap<String, Map<String, Object>> files) {
        Map<String, List<TestCase>> groups =
                tests.stream().filter(test -> !test.looksAtFiles()).collect(Collectors.groupingBy(TestCase::group));
        groups.forEach((group, members) -> {
            boolean alike =
                    members.stream().map(test -> of(test, inputs)).distinct().count() == 1;
            if (alike) {
                lay("data/" + group + "/test_group.yaml", of(members.getFirst(), inputs), files);
            } else {
                members.forEach(test -> lay("data/" + test.name() + ".yaml", of(test, inputs), files));
            }
        });
    }

    private static List<String> of(TestCase test, InputValidation inputs) {
        return inputs.arguments(0, test.name(), test.group());
    }

    private static void lay(String path, List<String> arguments, SortedMap<String, Map<String, Object>> files) {
        if (!arguments.isEmpty()) {
            files.computeIfAbsent(path, _ -> new LinkedHashMap<>()).put(KEY, new ArrayList<>(arguments));
        }
    }
}
