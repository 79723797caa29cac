package dev.haetae.common.packages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The checkers of the groups of tests below {@code data/}: the problem's flags, then those of the nearest {@code testdata.yaml}
 * that gives some.
 */
final class TestGroups {

    static final String FILE = "testdata.yaml";

    private static final String FLAGS = "output_validator_flags";
    private static final String ARGS = "output_validator_args";

    /** Far below what a command line can hold. */
    private static final int MOST_ARGUMENT_BYTES = 16 << 10;

    private final Settings problem;
    private final InputArguments inputArguments;
    private final Findings findings;
    private final Map<String, List<String>> flagsByFolder = new HashMap<>();
    private final Map<List<String>, PackageChecker> checkersByFlags = new HashMap<>();

    TestGroups(PackageTree tree, Settings problem, InputArguments inputArguments, Findings findings)
            throws IOException {
        this.problem = problem;
        this.inputArguments = inputArguments;
        this.findings = findings;
        checker(problem.flags(), LegacyMetadata.FILE, problem.flagsLine());
        for (PackageFile file : tree.below("data")) {
            if (PackagePath.name(file.path()).equals(FILE)) {
                read(file);
            }
        }
    }

    /**
     * What holds for all groups.
     *
     * @param validation how outputs are judged
     * @param flags before those of a group
     * @param flagsLine where {@code problem.yaml} gives them, or null
     * @param isDraft whether the draft's names of arguments are known, too
     * @param validators of the package
     */
    record Settings(
            Validation validation,
            List<String> flags,
            @Nullable Integer flagsLine,
            boolean isDraft,
            List<PackageProgram> validators) {

        Settings {
            flags = List.copyOf(flags);
            validators = List.copyOf(validators);
        }

        /** Whether flags can be meant for a validator of this name, and no other is there. */
        private boolean canBeNamed(String name) {
            return validators.isEmpty()
                    || (validators.size() == 1 && validators.getFirst().isNamed(name));
        }
    }

    /** How the outputs for a folder's tests are judged. */
    PackageChecker checker(String folder) {
        for (String at = folder; !at.isEmpty(); at = PackagePath.folder(at)) {
            List<String> flags = flagsByFolder.get(at);
            if (flags != null) {
                return checkersByFlags.getOrDefault(flags, PackageChecker.Default.WITHOUT_FLAGS);
            }
        }
        return checkersByFlags.getOrDefault(problem.flags(), PackageChecker.Default.WITHOUT_FLAGS);
    }

    static boolean isSettings(String path) {
        return PackagePath.name(path).equals(FILE);
    }

    private void read(PackageFile file) throws IOException {
        YamlNode.Mapping map = YamlReader.read(file, findings);
        if (map == null) {
            return;
        }
        YamlKeys keys = new YamlKeys(file.path(), map, findings);
        // They are about grading, and are read with it.
        keys.ignore("on_reject", "grading", "grader_flags", "accept_score", "reject_score", "range");
        String folder = PackagePath.folder(file.path());
        if (keys.has(FLAGS)) {
            readFlags(keys, FLAGS, file.path());
        }
        inputArguments.readFlags(keys, InputArguments.FLAGS, folder);
        if (problem.isDraft()) {
            readDraft(keys, file.path());
        }
        keys.warnOfTheRest();
    }

    /** A text, or a map of the validator's name and its flags. */
    private void readFlags(YamlKeys keys, String key, String path) {
        List<String> all = new ArrayList<>(problem.flags());
        all.addAll(keys.isMap(key) ? named(keys.map(key)) : keys.arguments(key));
        flagsByFolder.put(PackagePath.folder(path), all);
        checker(all, path, keys.line(key));
    }

    private List<String> named(YamlKeys map) {
        String name = map.text("name");
        if (name != null && !problem.canBeNamed(name)) {
            map.refuse("name", "has to be that of the only output validator, not " + YamlKeys.shortened(name));
        }
        List<String> flags = map.arguments("flags");
        map.warnOfTheRest();
        return flags;
    }

    /** What later states of the draft call arguments, and what only these have. */
    private void readDraft(YamlKeys keys, String path) {
        if (keys.has(ARGS)) {
            readFlags(keys, ARGS, path);
        }
        inputArguments.readFlags(keys, InputArguments.ARGS, PackagePath.folder(path));
        keys.ignore("full_feedback", "hint", "description");
        for (String key : List.of("scoring", "static_validation")) {
            if (keys.has(key) && !(keys.isText(key) && !keys.flag(key))) {
                keys.refuse(key, "is not supported in testdata.yaml, only what graders need is");
            }
        }
    }

    private void checker(List<String> flags, String file, @Nullable Integer line) {
        checkersByFlags.put(
                flags,
                switch (problem.validation()) {
                    case DEFAULT -> byDefault(flags, file, line);
                    case CUSTOM -> new PackageChecker.Custom(arguments(flags, file, line));
                    case INTERACTIVE -> new PackageChecker.Interactive(arguments(flags, file, line));
                });
    }

    private PackageChecker byDefault(List<String> flags, String file, @Nullable Integer line) {
        return switch (ValidatorFlags.parse(flags)) {
            case ValidatorFlags.Valid(var checker) -> new PackageChecker.Default(checker);
            case ValidatorFlags.Invalid(String reason) -> {
                findings.refuse(file, line, reason);
                yield PackageChecker.Default.WITHOUT_FLAGS;
            }
        };
    }

    private List<String> arguments(List<String> flags, String file, @Nullable Integer line) {
        String all = String.join(" ", flags);
        if (all.getBytes(StandardCharsets.UTF_8).length > MOST_ARGUMENT_BYTES || all.indexOf('\0') >= 0) {
            findings.refuse(
                    file, line, "flags of output validators are at most " + MOST_ARGUMENT_BYTES + " bytes without NUL");
            return List.of();
        }
        return flags;
    }
}
