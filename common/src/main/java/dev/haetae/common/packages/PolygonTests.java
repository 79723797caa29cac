package dev.haetae.common.packages;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tests of a Polygon package: the test set {@code tests} names where the files of the <i>n</i>-th lie. Samples become {@code sample/01},
 * the others {@code secret/02}, or {@code secret/<group>/02} in a group. The number is Polygon's. As samples give no points, one that has
 * some, or belongs to a group that has others, is in its group as well.
 */
final class PolygonTests {

    private static final String SET = "tests";
    private static final Pattern PATH = Pattern.compile("[^%]*%(?:0[1-9])?d[^%]*");
    private static final int MOST_TESTS = 10_000;

    private final PackageTree tree;
    private final XmlElement set;
    private final PolygonGroups groups;
    private final PackageChecker checker;
    private final Path scratch;
    private final Findings findings;
    private int rewritten;

    PolygonTests(PackageTree tree, PolygonGroups groups, PackageChecker checker, Path scratch, Findings findings) {
        this.tree = tree;
        this.set = groups.set();
        this.groups = groups;
        this.checker = checker;
        this.scratch = scratch;
        this.findings = findings;
    }

    /** A test, and what {@code problem.xml} says of it. */
    record Placed(XmlElement element, PackageTest test) {}

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
    static List<String> validatorArguments(XmlElement test) {
        String group = test.value("group");
        return group.isEmpty() ? List.of("--testset", SET) : List.of("--testset", SET, "--group", group);
    }

    /** The tests in judging order; a package without any, or without their files, is refused. */
    List<Placed> read() throws IOException {
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
        List<Placed> tests = new ArrayList<>();
        for (int number = 1; number <= elements.size(); number++) {
            PackageFile in = file(input, number);
            PackageFile ans = file(answer, number);
            if (in != null && ans != null) {
                place(elements.get(number - 1), digits.formatted(number), withUnixLines(in), withUnixLines(ans), tests);
            }
        }
        warn(tests);
        return sorted(tests);
    }

    private static List<Placed> sorted(List<Placed> tests) {
        return tests.stream()
                .sorted(Comparator.<Placed, Boolean>comparing(
                                placed -> !placed.test().isSample())
                        .thenComparing(Placed::test, LegacyTests.BY_NAME))
                .toList();
    }

    private void warn(List<Placed> tests) {
        if (rewritten > 0) {
            findings.warn(
                    SET, rewritten + " files whose lines end in CR LF are judged with LF, as in a package for Linux");
        }
        if (tests.stream().allMatch(placed -> placed.test().isSample())) {
            findings.warn(SET, "there is no secret test");
        }
    }

    private void place(XmlElement element, String number, PackageFile input, PackageFile answer, List<Placed> placed) {
        String group = groups.folder(element);
        if (PolygonGroups.isSample(element)) {
            placed.add(new Placed(element, test(PolygonGroups.SAMPLES, number, input, answer)));
        }
        if (!PolygonGroups.isSample(element) || (groups.isScored() && counts(element, group))) {
            placed.add(new Placed(element, test(group, number, input, answer)));
        }
    }

    private static boolean counts(XmlElement sample, String group) {
        return !group.equals(PolygonGroups.SAMPLES)
                && (PolygonGroups.hasPoints(sample) || !sample.value("group").isEmpty());
    }

    private PackageTest test(String group, String number, PackageFile input, PackageFile answer) {
        return new PackageTest(group + "/" + number, group, input, answer, checker, PackageTest.Shown.AS_IT_IS);
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
