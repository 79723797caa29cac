package dev.haetae.common.packages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the tests below {@code data/sample} and {@code data/secret}, groups in any depth. */
final class LegacyTests {

    /** Byte-lexicographic, whatever the locale. */
    static final Comparator<PackageTest> BY_NAME =
            Comparator.comparing(test -> test.name().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    /** Files beside a test that say something of it and change nothing in judging. */
    private static final Set<String> ANNOTATIONS =
            Set.of("hint", "desc", "png", "jpg", "jpeg", "svg", "statement", "download", "interaction");

    private final PackageTree tree;
    private final TestGroups groups;
    private final PackageInvocation invocation;
    private final Findings findings;

    LegacyTests(PackageTree tree, TestGroups groups, PackageInvocation invocation, Findings findings) {
        this.tree = tree;
        this.groups = groups;
        this.invocation = invocation;
        this.findings = findings;
    }

    /** The tests in judging order; a package without any is refused. */
    List<PackageTest> read() throws IOException {
        List<PackageTest> samples = in("data/sample");
        List<PackageTest> secret = in("data/secret");
        List<PackageTest> tests = new ArrayList<>(samples);
        tests.addAll(secret);
        if (tests.isEmpty() && !findings.refused()) {
            findings.refuse("data", "the package has no test: no .in and .ans below data/sample or data/secret");
        } else if (secret.isEmpty()) {
            findings.warn("data/secret", "there is no secret test");
        }
        tree.below("data").stream()
                .filter(file ->
                        !file.path().startsWith("data/sample/") && !file.path().startsWith("data/secret/"))
                .filter(file -> !TestGroups.isSettings(file.path()))
                .forEach(file -> findings.warn(file.path(), "the file belongs to no test and is ignored"));
        return tests;
    }

    private List<PackageTest> in(String folder) throws IOException {
        List<PackageTest> tests = new ArrayList<>();
        for (PackageFile file : tree.below(folder)) {
            if (file.path().endsWith(".in")) {
                PackageTest test = test(file);
                if (test != null) {
                    tests.add(test);
                }
            } else {
                look(file);
            }
        }
        tests.sort(BY_NAME);
        return tests;
    }

    private @Nullable PackageTest test(PackageFile input) throws IOException {
        String stem = input.path().substring(0, input.path().length() - ".in".length());
        PackageFile answer = tree.file(stem + ".ans");
        if (answer == null) {
            findings.refuse(input.path(), "the test has no answer: " + PackagePath.name(stem) + ".ans is missing");
            return null;
        }
        String name = stem.substring("data/".length());
        PackageTest.Shown shown = new PackageTest.Shown(
                tree.file(stem + ".in.statement"),
                tree.file(stem + ".ans.statement"),
                tree.file(stem + ".interaction"));
        String folder = PackagePath.folder(stem);
        return new PackageTest(
                name,
                PackagePath.folder(name),
                input,
                answer,
                groups.checker(folder),
                shown,
                invocation,
                false,
                hint(stem));
    }

    private @Nullable String hint(String stem) throws IOException {
        PackageFile file = tree.file(stem + ".hint");
        String text = file == null ? null : Texts.lenient(file, findings);
        return text == null || text.isBlank() ? null : text.strip();
    }

    private void look(PackageFile file) {
        String path = file.path();
        if (TestGroups.isSettings(path) || WrittenInteractions.isOne(tree, path)) {
            return;
        }
        String name = PackagePath.name(path);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        String stem = stem(path);
        boolean hasTest = tree.file(stem + ".in") != null;
        if (hasTest && (ending.equals("ans") || ANNOTATIONS.contains(ending))) {
            return;
        }
        String reason = ending.equals("ans")
                ? "the answer has no input: " + PackagePath.name(stem) + ".in is missing; it is ignored"
                : "the file belongs to no test and is ignored";
        findings.warn(path, reason);
    }

    /** A path without its ending; {@code 1.in.statement} belongs to {@code 1}. */
    private static String stem(String path) {
        String stem = path.substring(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('/') + 1));
        boolean replacement = path.endsWith(".statement") || path.endsWith(".download");
        if (replacement && (stem.endsWith(".in") || stem.endsWith(".ans"))) {
            return stem.substring(0, stem.lastIndexOf('.'));
        }
        return stem;
    }
}
