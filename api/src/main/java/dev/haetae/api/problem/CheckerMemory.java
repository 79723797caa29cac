package dev.haetae.api.problem;

import dev.haetae.common.BlobRef;
import dev.haetae.common.CheckerSpec;
import dev.haetae.common.TestCase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a test that comes by hand is run and compared, which its files do not say: as the test of its name was, else as its group, else as
 * the problem's other tests, else once and by the default validator without flags. Arguments and files are those of the test of its name only.
 */
final class CheckerMemory {

    private final Map<String, TestCase> byName = new HashMap<>();
    private final Map<String, TestCase> byGroup = new HashMap<>();
    private final @Nullable TestCase any;

    CheckerMemory(List<TestCase> tests) {
        List<TestCase> run = tests.stream().filter(test -> !test.looksAtFiles()).toList();
        for (TestCase test : run) {
            byName.put(test.name(), test);
            byGroup.putIfAbsent(test.group(), test);
        }
        this.any = run.isEmpty() ? null : run.getLast();
    }

    /** The test of that name with this content. */
    TestCase test(String name, String group, BlobRef input, BlobRef answer) {
        TestCase same = byName.get(name);
        if (same != null) {
            return new TestCase(
                    name, group, input, answer, same.checker(), same.invocation(), same.fullFeedback(), same.hint());
        }
        TestCase other = byGroup.getOrDefault(group, any);
        if (other == null) {
            return new TestCase(name, group, input, answer, CheckerSpec.DefaultValidator.WITHOUT_FLAGS);
        }
        return new TestCase(
                name, group, input, answer, other.checker(), other.howToRun().withoutOwn());
    }
}
