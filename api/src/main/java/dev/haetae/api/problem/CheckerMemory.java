package dev.haetae.api.problem;

import dev.haetae.common.CheckerSpec;
import dev.haetae.common.TestCase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a test that comes by hand is compared, which its files do not say: as the test of its name was, else as its group, else as
 * the problem's other tests, else by the default validator without flags.
 */
final class CheckerMemory {

    private final Map<String, CheckerSpec> byName = new HashMap<>();
    private final Map<String, CheckerSpec> byGroup = new HashMap<>();
    private final CheckerSpec ofAny;

    CheckerMemory(List<TestCase> tests) {
        for (TestCase test : tests) {
            byName.put(test.name(), test.checker());
            byGroup.putIfAbsent(test.group(), test.checker());
        }
        this.ofAny = tests.isEmpty()
                ? CheckerSpec.DefaultValidator.WITHOUT_FLAGS
                : tests.getLast().checker();
    }

    CheckerSpec of(String name, String group) {
        return byName.getOrDefault(name, byGroup.getOrDefault(group, ofAny));
    }
}
