package dev.haetae.common.packages;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the tests below {@code data/sample} and {@code data/secret} in the format 2025-09: a group is a folder of {@code secret}. */
final class Icpc2025Tests {

    private static final String FILES = ".files";

    /** Files beside a test that change nothing in judging, or are read with it. */
    private static final List<String> COMPANIONS = List.of(
            ".ans",
            ".yaml",
            ".out",
            ".png",
            ".jpg",
            ".jpeg",
            ".svg",
            ".interaction",
            ".in.statement",
            ".ans.statement",
            ".in.download",
            ".ans.download");

    private final PackageTree tree;
    private final Icpc2025Settings settings;
    private final Icpc2025Metadata metadata;
    private final StaticValidations statics;
    private final Findings findings;

    Icpc2025Tests(
            PackageTree tree,
            Icpc2025Settings settings,
            Icpc2025Metadata metadata,
            StaticValidations statics,
            Findings findings) {
        this.statics = statics;
        this.tree = tree;
        this.settings = settings;
        this.metadata = metadata;
        this.findings = findings;
    }

    /** The tests in judging order; a package without any is refused. */
    List<PackageTest> read() throws IOException {
        List<PackageTest> tests = new ArrayList<>(withStatic(in("data/sample"), "data/sample"));
        List<PackageTest> secret = withStatic(in("data/secret"), "data/secret");
        tests.addAll(secret);
        if (tests.isEmpty() && !findings.refused()) {
            findings.refuse("data", "the package has no test: no .in and .ans below data/sample or data/secret");
        } else if (secret.isEmpty()) {
            findings.warn("data/secret", "there is no secret test");
        }
        return tests;
    }

    private List<PackageTest> withStatic(List<PackageTest> tests, String folder) throws IOException {
        tests.addAll(statics.in(folder, tree));
        tests.sort(LegacyTests.BY_NAME);
        return tests;
    }

    private List<PackageTest> in(String folder) throws IOException {
        List<PackageTest> tests = new ArrayList<>();
        for (PackageFile file : tree.below(folder)) {
            if (isTestsOwn(file.path())) {
                lookAtOwn(file.path());
            } else if (file.path().endsWith(".in")) {
                add(file, tests);
            } else {
                look(file.path());
            }
        }
        return tests;
    }

    /** Whether a path leads into the folder of a test's own files, in which nothing has a meaning for us. */
    static boolean isTestsOwn(String path) {
        return path.contains(FILES + "/");
    }

    private void lookAtOwn(String path) {
        String stem = path.substring(0, path.indexOf(FILES + "/"));
        if (tree.file(stem + ".in") == null) {
            findings.warn(path, "the file belongs to no test and is ignored");
        }
    }

    private PackageInvocation invocation(String stem, String group) throws IOException {
        return new PackageInvocation(
                metadata.passes(), settings.arguments(stem, group), own(tree, stem), metadata.writesFiles(), null);
    }

    /** A test's own files, by their paths in its folder. */
    static SortedMap<String, PackageFile> own(PackageTree tree, String stem) {
        SortedMap<String, PackageFile> files = new TreeMap<>();
        for (PackageFile file : tree.below(stem + FILES)) {
            files.put(file.path().substring(stem.length() + FILES.length() + 1), file);
        }
        return files;
    }

    private void add(PackageFile input, List<PackageTest> tests) throws IOException {
        String stem = withoutEnding(input.path(), ".in");
        PackageFile answer = tree.file(stem + ".ans");
        if (answer == null) {
            findings.refuse(input.path(), "the test has no answer: " + PackagePath.name(stem) + ".ans is missing");
            return;
        }
        String group = group(stem);
        PackageFile shownAnswer = tree.file(stem + ".ans.statement");
        PackageTest.Shown shown = new PackageTest.Shown(
                tree.file(stem + ".in.statement"),
                shownAnswer == null ? tree.file(stem + ".out") : shownAnswer,
                tree.file(stem + ".interaction"));
        tests.add(new PackageTest(
                stem.substring("data/".length()),
                group.substring("data/".length()),
                input,
                answer,
                settings.checker(stem, group),
                shown,
                invocation(stem, group),
                settings.fullFeedback(stem, group),
                settings.hint(stem, group)));
    }

    /** {@code data/sample}, {@code data/secret} or {@code data/secret/<group>}; what lies deeper belongs to that group. */
    static String group(String stem) {
        String[] parts = stem.split("/");
        return parts.length > 3 && parts[1].equals("secret")
                ? String.join("/", parts[0], parts[1], parts[2])
                : parts[0] + "/" + parts[1];
    }

    private void look(String path) {
        if (Icpc2025Settings.isFile(path) || WrittenInteractions.isOne(tree, path)) {
            return;
        }
        String stem = stem(path);
        if (stem == null || tree.file(stem + ".in") == null) {
            findings.warn(path, "the file belongs to no test and is ignored");
        }
    }

    private static @Nullable String stem(String path) {
        return COMPANIONS.stream()
                .filter(path::endsWith)
                .map(ending -> withoutEnding(path, ending))
                .reduce((a, b) -> a.length() < b.length() ? a : b)
                .orElse(null);
    }

    private static String withoutEnding(String path, String ending) {
        return path.substring(0, path.length() - ending.length());
    }
}
