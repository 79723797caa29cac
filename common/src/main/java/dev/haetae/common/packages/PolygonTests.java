package dev.haetae.common.packages;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tests of a Polygon package: the test set {@code tests} names where the files of the <i>n</i>-th lie. Samples become {@code sample/01},
 * the others {@code secret/02}, or {@code secret/<group>/02} in a group. The number is Polygon's.
 */
final class PolygonTests {

    private static final String SET = "tests";
    private static final Pattern PATH = Pattern.compile("[^%]*%(?:0[1-9])?d[^%]*");
    private static final String SECRET = "secret/";
    private static final int MOST_TESTS = 10_000;

    private final PackageTree tree;
    private final XmlElement set;
    private final PackageChecker checker;
    private final Path scratch;
    private final Findings findings;
    private int rewritten;

    PolygonTests(PackageTree tree, XmlElement set, PackageChecker checker, Path scratch, Findings findings) {
        this.tree = tree;
        this.set = set;
        this.checker = checker;
        this.scratch = scratch;
        this.findings = findings;
    }

    /** The set that solutions are judged on; null when there is none. */
    static @Nullable XmlElement set(XmlElement judging, Findings findings) {
        XmlElement found = null;
        for (XmlElement set : judging.all("testset")) {
            if (set.value("name").equals(SET)) {
                found = set;
            } else {
                findings.warn(
                        PolygonReader.FILE,
                        set.line(),
                        "the test set " + YamlKeys.shortened(set.value("name")) + " is not judged, only tests is");
            }
        }
        if (found == null) {
            findings.refuse(PolygonReader.FILE, judging.line(), "there is no test set of the name tests");
        }
        return found;
    }

    /** What tells a testlib validator of a test's group. */
    static List<String> validatorArguments(String group) {
        List<String> set = List.of("--testset", SET);
        return group.startsWith(SECRET)
                ? Stream.concat(set.stream(), Stream.of("--group", group.substring(SECRET.length())))
                        .toList()
                : set;
    }

    /** The tests in judging order; a package without any, or without their files, is refused. */
    List<PackageTest> read() throws IOException {
        String input = pattern("input-path-pattern");
        String answer = pattern("answer-path-pattern");
        List<XmlElement> elements = set.all("tests", "test");
        XmlElement count = set.first("test-count");
        if (count == null || !count.text().equals(Integer.toString(elements.size()))) {
            findings.refuse(
                    PolygonReader.FILE, set.line(), "test-count is not the number of tests, " + elements.size());
        }
        if (elements.isEmpty() || elements.size() > MOST_TESTS) {
            findings.refuse(PolygonReader.FILE, set.line(), "there have to be from 1 to " + MOST_TESTS + " tests");
        }
        if (input == null || answer == null || findings.refused()) {
            return List.of();
        }
        String digits = "%0" + Math.max(2, Integer.toString(elements.size()).length()) + "d";
        List<PackageTest> tests = new ArrayList<>();
        for (int number = 1; number <= elements.size(); number++) {
            PackageFile in = file(input, number);
            PackageFile ans = file(answer, number);
            if (in != null && ans != null) {
                tests.add(test(elements.get(number - 1), digits.formatted(number), in, ans));
            }
        }
        warn(tests);
        return sorted(tests);
    }

    private static List<PackageTest> sorted(List<PackageTest> tests) {
        List<PackageTest> sorted = new ArrayList<>(tests.stream()
                .filter(PackageTest::isSample)
                .sorted(LegacyTests.BY_NAME)
                .toList());
        tests.stream()
                .filter(test -> !test.isSample())
                .sorted(LegacyTests.BY_NAME)
                .forEach(sorted::add);
        return sorted;
    }

    private void warn(List<PackageTest> tests) {
        if (rewritten > 0) {
            findings.warn(
                    SET, rewritten + " files whose lines end in CR LF are judged with LF, as in a package for Linux");
        }
        if (tests.stream().allMatch(PackageTest::isSample)) {
            findings.warn(SET, "there is no secret test");
        }
    }

    private PackageTest test(XmlElement element, String number, PackageFile input, PackageFile answer)
            throws IOException {
        if (!element.value("points").isEmpty() && !element.value("points").matches("0+(\\.0*)?")) {
            findings.refuse(PolygonReader.FILE, element.line(), "points are not supported yet, only pass-fail is");
        }
        String group = group(element);
        return new PackageTest(
                group + "/" + number,
                group,
                withUnixLines(input),
                withUnixLines(answer),
                checker,
                PackageTest.Shown.AS_IT_IS);
    }

    private static String group(XmlElement element) {
        if (element.value("sample").equals("true")) {
            return "sample";
        }
        String group = element.value("group").replaceAll("^-|[^A-Za-z0-9_-]", "_");
        return group.isEmpty() ? "secret" : SECRET + group;
    }

    private PackageFile withUnixLines(PackageFile file) throws IOException {
        PackageFile unix = LineEnds.unix(file, scratch.resolve("lf-" + rewritten));
        rewritten += unix == file ? 0 : 1;
        return unix;
    }

    private @Nullable PackageFile file(String pattern, int number) {
        String path = String.format(Locale.ROOT, pattern, number);
        PackageFile file = tree.file(path);
        if (file == null) {
            findings.refuse(
                    path,
                    "the file of test " + number
                            + " is not in the package: download Polygon's full package, which has the generated tests");
        }
        return file;
    }

    private @Nullable String pattern(String name) {
        XmlElement element = set.first(name);
        if (element == null || !PATH.matcher(element.text()).matches()) {
            findings.refuse(
                    PolygonReader.FILE,
                    element == null ? set.line() : element.line(),
                    name + " has to be a path with one number, such as tests/%02d");
            return null;
        }
        return element.text();
    }
}
