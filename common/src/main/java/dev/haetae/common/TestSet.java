package dev.haetae.common;

import java.util.List;

/**
 * An immutable set of tests: its JSON is itself a blob, whose hash is the set's identity.
 *
 * @param tests in judging order: samples, then secret, each byte-lexicographic by path
 */
public record TestSet(List<TestCase> tests) {

    public TestSet {
        tests = List.copyOf(tests);
    }
}
