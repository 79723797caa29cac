package dev.haetae.common.packages;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads an archive of nothing but tests, as people upload them: {@code *.in}, each with its {@code *.ans} or {@code *.out}. What
 * lies in {@code sample/} is a sample; everything else is secret, in {@code secret/} or not. All may lie in one top folder.
 */
public final class TestArchive {

    private static final Pattern NAME = Pattern.compile("(?:sample|secret)(?:/[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}){1,8}");
    private static final List<String> ANSWERS = List.of(".ans", ".out");

    private final PackageTree tree;
    private final Findings findings;

    private TestArchive(PackageTree tree, Findings findings) {
        this.tree = tree;
        this.findings = findings;
    }

    /**
     * A test of an archive.
     *
     * @param name path below {@code data/} of a package, without an ending: {@code secret/02-small}
     */
    public record Files(String name, PackageFile input, PackageFile answer) {}

    /** What reading an archive has come to. */
    public sealed interface Result {

        /**
         * It can be used.
         *
         * @param tests at least one, by name
         * @param warnings about files that are ignored
         */
        record Read(List<Files> tests, List<Finding> warnings) implements Result {

            public Read {
                tests = List.copyOf(tests);
                warnings = List.copyOf(warnings);
            }
        }

        /**
         * It cannot.
         *
         * @param reasons at least one
         */
        record Refused(List<Finding> reasons) implements Result {

            public Refused {
                reasons = List.copyOf(reasons);
            }
        }
    }

    /** Whether a test can have this name: in {@code sample/} or {@code secret/}, of plain file names. */
    public static boolean isTestName(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * Reads an archive.
     *
     * @param scratch an empty, private directory, in which the files of the result are until the caller deletes it
     * @throws IOException when unpacking fails for reasons other than the archive's
     */
    public static Result read(Path zip, Path scratch) throws IOException {
        return read(zip, scratch, PackageBounds.DEFAULT);
    }

    static Result read(Path zip, Path scratch, PackageBounds bounds) throws IOException {
        Findings findings = new Findings();
        RawTree raw = ZipTree.read(zip, scratch, bounds, findings);
        if (raw == null || findings.refused()) {
            return new Result.Refused(findings.reasons());
        }
        String top = raw.topFolder();
        RawTree tests = top.equals("sample/") || top.equals("secret/") ? raw : raw.below(top);
        return new TestArchive(Links.follow(tests, bounds, findings), findings).read();
    }

    private Result read() {
        SortedMap<String, Files> tests = new TreeMap<>();
        for (PackageFile file : tree.all()) {
            if (file.path().endsWith(".in")) {
                add(file, tests);
            } else {
                look(file);
            }
        }
        if (tests.isEmpty() && !findings.refused()) {
            findings.refuse(null, "there is no test: no .in with its .ans or .out");
        }
        return findings.refused()
                ? new Result.Refused(findings.reasons())
                : new Result.Read(List.copyOf(tests.values()), findings.warnings());
    }

    private void add(PackageFile input, SortedMap<String, Files> tests) {
        String stem = input.path().substring(0, input.path().length() - ".in".length());
        String name = stem.startsWith("sample/") || stem.startsWith("secret/") ? stem : "secret/" + stem;
        PackageFile answer = answer(stem, input);
        if (!isTestName(name)) {
            findings.refuse(
                    input.path(),
                    "the name of a test is made of letters, digits, '_', '.' and '-', in at most 8 parts");
        } else if (answer != null && tests.put(name, new Files(name, input, answer)) != null) {
            findings.refuse(input.path(), "the test " + name + " is there twice: in secret/ and outside");
        }
    }

    private @Nullable PackageFile answer(String stem, PackageFile input) {
        List<PackageFile> answers = new ArrayList<>();
        for (String ending : ANSWERS) {
            PackageFile answer = tree.file(stem + ending);
            if (answer != null) {
                answers.add(answer);
            }
        }
        if (answers.size() != 1) {
            String name = PackagePath.name(stem);
            String fault = answers.isEmpty()
                    ? "the test has no answer: " + name + ".ans or " + name + ".out is missing"
                    : "the test has two answers: " + name + ".ans and " + name + ".out";
            findings.refuse(input.path(), fault);
            return null;
        }
        return answers.getFirst();
    }

    private void look(PackageFile file) {
        for (String ending : ANSWERS) {
            if (file.path().endsWith(ending)) {
                String stem = file.path().substring(0, file.path().length() - ending.length());
                if (tree.file(stem + ".in") == null) {
                    findings.refuse(file.path(), "the answer has no input: " + PackagePath.name(stem) + ".in");
                }
                return;
            }
        }
        findings.warn(file.path(), "the file belongs to no test and is ignored");
    }
}
