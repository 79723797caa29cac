package dev.haetae.api.problem;

import dev.haetae.common.BlobRef;
import dev.haetae.common.TestCase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Lays a problem's tests over those of its package. What lies beside a test that nobody has changed stays. */
final class TestOverlay {

    private static final String DATA = "data/";

    /** What students see or get in place of a test's files: it is not right any more when these have changed. */
    private static final List<String> SHOWN =
            List.of(".in.statement", ".ans.statement", ".in.download", ".ans.download", ".interaction", ".out");

    private static final List<String> BESIDE =
            List.of(".in", ".ans", ".yaml", ".hint", ".desc", ".png", ".jpg", ".jpeg", ".svg");

    private TestOverlay() {}

    static void lay(List<TestCase> tests, SortedMap<String, BlobRef> files) {
        Set<String> stems = tests.stream().map(test -> DATA + test.name()).collect(Collectors.toSet());
        for (String input : inputs(files)) {
            String stem = input.substring(0, input.length() - ".in".length());
            if (!stems.contains(stem) && files.containsKey(stem + ".ans")) {
                SHOWN.forEach(ending -> files.remove(stem + ending));
                BESIDE.forEach(ending -> files.remove(stem + ending));
            }
        }
        tests.stream().filter(test -> !test.looksAtFiles()).forEach(test -> lay(DATA + test.name(), test, files));
    }

    private static List<String> inputs(SortedMap<String, BlobRef> files) {
        return files.keySet().stream()
                .filter(path -> path.startsWith(DATA + "sample/") || path.startsWith(DATA + "secret/"))
                .filter(path -> path.endsWith(".in"))
                .toList();
    }

    private static void lay(String stem, TestCase test, Map<String, BlobRef> files) {
        BlobRef input = files.put(stem + ".in", test.input());
        BlobRef answer = files.put(stem + ".ans", test.answer());
        if (!test.input().equals(input) || !test.answer().equals(answer)) {
            SHOWN.forEach(ending -> files.remove(stem + ending));
        }
    }
}
