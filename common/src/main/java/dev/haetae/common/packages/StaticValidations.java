package dev.haetae.common.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The static validation test cases of a 2025-09 package: tests without files, one in each group whose {@code test_group.yaml} has a
 * {@code static_validation_score}.
 */
final class StaticValidations {

    static final String SCORE = "static_validation_score";
    static final String PASS_FAIL = "pass-fail";

    static final String ARGS = "static_validator_args";
    private static final String FOLDER = "static_validator";
    private static final String NAME = "static_validation";

    private final @Nullable PackageProgram program;
    private final boolean scoring;
    private final Path scratch;
    private final Findings findings;
    private final SortedMap<String, List<String>> arguments = new TreeMap<>();

    private StaticValidations(@Nullable PackageProgram program, boolean scoring, Path scratch, Findings findings) {
        this.program = program;
        this.scoring = scoring;
        this.scratch = scratch;
        this.findings = findings;
    }

    /**
     * Reads the program.
     *
     * @param scratch for an empty file
     */
    static StaticValidations of(PackageTree tree, Icpc2025Metadata metadata, Path scratch, Findings findings)
            throws IOException {
        PackageProgram program = JuryPrograms.readOnly(tree, FOLDER, findings);
        if (program != null && metadata.takesAnswers()) {
            findings.refuse(FOLDER, "submit-answer problems have no programs to look at");
        }
        return new StaticValidations(program, metadata.scoring(), scratch, findings);
    }

    /** The name of a group's static validation test case. */
    static String testOf(String group) {
        return group + "/" + NAME;
    }

    /** Reads what a group says of it. */
    void read(YamlKeys keys, String folder) {
        List<String> given = keys.texts(ARGS);
        String score = keys.text(SCORE);
        if (score == null) {
            if (keys.has(ARGS)) {
                keys.refuse(ARGS, "says nothing without " + SCORE);
            }
            return;
        }
        if (program == null) {
            keys.refuse(SCORE, "needs a static validator");
        }
        if (!scoring && !score.equals(PASS_FAIL)) {
            keys.refuse(SCORE, "has to be pass-fail where the problem is, not " + YamlKeys.shortened(score));
        }
        arguments.put(folder, given);
    }

    /** Its tests in {@code data/sample} or {@code data/secret}. */
    List<PackageTest> in(String folder, PackageTree tree) throws IOException {
        List<PackageTest> tests = new ArrayList<>();
        for (Map.Entry<String, List<String>> group : arguments.entrySet()) {
            if (program != null && (group.getKey() + "/").startsWith(folder + "/")) {
                String stem = testOf(group.getKey());
                if (tree.file(stem + ".in") != null) {
                    findings.refuse(stem + ".in", "a test cannot have the name of the group's static validation");
                }
                tests.add(test(stem, new PackageChecker.Static(program, group.getValue())));
            }
        }
        return tests;
    }

    private static String below(String path) {
        return path.substring("data/".length());
    }

    private PackageTest test(String stem, PackageChecker checker) throws IOException {
        Path empty = Files.write(scratch.resolve("empty"), new byte[0]);
        return new PackageTest(
                below(stem),
                below(PackagePath.folder(stem)),
                new PackageFile(stem + ".in", empty, 0),
                new PackageFile(stem + ".ans", empty, 0),
                checker,
                PackageTest.Shown.AS_IT_IS);
    }

    /** Warns of a program that no group uses. */
    void warnOfNoUse() {
        if (program != null && arguments.isEmpty()) {
            findings.warn(FOLDER, "it is not used: no test_group.yaml has a " + SCORE);
        }
    }
}
