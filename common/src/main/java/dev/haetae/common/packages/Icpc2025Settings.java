package dev.haetae.common.packages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of tests in the format 2025-09: what {@code test_group.yaml} in a group's folder says, and instead what a test's own
 * {@code yaml} says. What would change a verdict in a way that is not supported is refused.
 */
final class Icpc2025Settings {

    private static final String ROOT = "data";
    private static final String OLD_FLAGS = "output_validator_flags";
    static final String GROUP_FILE = "test_group.yaml";

    /** Far below what a command line can hold. */
    private static final int MOST_ARGUMENT_BYTES = 16 << 10;

    private final PackageTree tree;
    private final Validation validation;
    private final StaticValidations statics;
    private final boolean isDraft;
    private final InputArguments inputArguments;
    private final Findings findings;
    private final Map<String, Settings> groups = new HashMap<>();
    private final Map<String, Settings> tests = new HashMap<>();
    private final Map<Arguments, PackageChecker> checkers = new HashMap<>();

    /** Of a 2025-09 package, or of its draft, in which groups inherit from what they are in. */
    Icpc2025Settings(
            PackageTree tree,
            Icpc2025Reader.Judging judging,
            boolean isDraft,
            InputArguments inputArguments,
            Findings findings)
            throws IOException {
        this.tree = tree;
        this.validation = judging.validation();
        this.statics = judging.statics();
        this.isDraft = isDraft;
        this.inputArguments = inputArguments;
        this.findings = findings;
        List<String> outerFirst = tree.below(ROOT).stream()
                .map(PackageFile::path)
                .filter(path -> isFile(path) && !Icpc2025Tests.isTestsOwn(path))
                .sorted(Comparator.comparingInt(path -> path.split("/").length))
                .toList();
        for (String path : outerFirst) {
            readGroup(path);
        }
    }

    /** Whether a file of the tests' folders is a group's settings. */
    static boolean isFile(String path) {
        return PackagePath.name(path).equals(GROUP_FILE);
    }

    private void readGroup(String path) throws IOException {
        String folder = PackagePath.folder(path);
        boolean isRoot = folder.equals(ROOT);
        if (isRoot && !isDraft) {
            findings.warn(path, "the file belongs to no group and is ignored");
        } else if (isRoot || Icpc2025Tests.group(folder + "/test").equals(folder)) {
            groups.put(folder, read(path, ofGroup(folder)));
        } else if (folder.startsWith("data/sample/") || folder.startsWith("data/secret/")) {
            findings.refuse(path, "groups of tests cannot have groups in them");
        }
    }

    /** What holds in a group, which in 2025-09 is what it says itself. */
    private Settings ofGroup(String group) {
        String at = group;
        while (isDraft && !groups.containsKey(at) && !at.isEmpty()) {
            at = PackagePath.folder(at);
        }
        return groups.getOrDefault(at, Settings.NONE);
    }

    /** Arguments, and what has given them. */
    private record Arguments(
            List<String> values, String file, @Nullable Integer line) {

        private static final Arguments NONE = new Arguments(List.of(), ROOT, null);
    }

    private record Settings(
            Arguments ofProgram,
            Arguments ofValidator,
            boolean fullFeedback,
            @Nullable String hint) {

        private static final Settings NONE = new Settings(Arguments.NONE, Arguments.NONE, false, null);
    }

    /**
     * How the output of a test is judged.
     *
     * @param stem the test's path without an ending
     * @param group the path of its group's folder
     */
    PackageChecker checker(String stem, String group) throws IOException {
        return checkers.computeIfAbsent(settings(stem, group).ofValidator(), this::checker);
    }

    /** What stands behind a program on its command line, for a test as above. */
    List<String> arguments(String stem, String group) throws IOException {
        return settings(stem, group).ofProgram().values();
    }

    /** Whether who fails a test, as above, sees it. */
    boolean fullFeedback(String stem, String group) throws IOException {
        return settings(stem, group).fullFeedback();
    }

    /** What who fails a test, as above, is told. */
    @Nullable
    String hint(String stem, String group) throws IOException {
        return settings(stem, group).hint();
    }

    private Settings settings(String stem, String group) throws IOException {
        Settings known = tests.get(stem);
        if (known == null) {
            known = read(stem + ".yaml", ofGroup(group));
            tests.put(stem, known);
        }
        return known;
    }

    private Settings read(String path, Settings inherited) throws IOException {
        PackageFile file = tree.file(path);
        YamlNode.Mapping map = file == null ? null : YamlReader.read(file, findings);
        if (map == null) {
            return inherited;
        }
        YamlKeys keys = new YamlKeys(path, isDraft ? DraftGroups.modern(map) : map, findings);
        Settings settings = new Settings(
                arguments("args", keys, path, inherited.ofProgram()),
                arguments(validatorArguments(keys), keys, path, inherited.ofValidator()),
                keys.has("full_feedback") ? keys.flag("full_feedback") : inherited.fullFeedback(),
                keys.has("hint") ? keys.text("hint") : inherited.hint());
        inputArguments.readArgs(keys, isFile(path) ? PackagePath.folder(path) + "/" : PackagePath.withoutEnding(path));
        keys.ignore("input_visualizer_args", "output_visualizer_args", "description");
        if (isFile(path)) {
            statics.read(keys, PackagePath.folder(path));
            // A scoring problem's are read with its groups; where there is no score, they make no difference.
            keys.ignore("max_score", "score_aggregation", "require_pass");
        }
        if (isDraft) {
            refuseWhatTheDraftScores(keys);
        }
        if (isDraft && isFile(path)) {
            inputArguments.readFlags(keys, InputArguments.FLAGS, PackagePath.folder(path));
        }
        keys.warnOfTheRest();
        return settings;
    }

    /** What they are called: the draft had another name for them before. */
    private String validatorArguments(YamlKeys keys) {
        return isDraft && keys.has(OLD_FLAGS) ? OLD_FLAGS : "output_validator_args";
    }

    private Arguments arguments(String key, YamlKeys keys, String path, Arguments inherited) {
        if (!keys.has(key)) {
            return inherited;
        }
        List<String> values = isDraft ? keys.arguments(key) : keys.texts(key);
        if (values.stream().mapToInt(Icpc2025Settings::bytes).sum() > MOST_ARGUMENT_BYTES
                || values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
            keys.refuse(key, "are at most " + MOST_ARGUMENT_BYTES + " bytes, without NUL");
        }
        return new Arguments(values, path, keys.line(key));
    }

    private static void refuseWhatTheDraftScores(YamlKeys keys) {
        for (String key : List.of("scoring", "static_validation")) {
            if (keys.has(key) && !(keys.isText(key) && !keys.flag(key))) {
                keys.refuse(key, "is not supported, only what 2025-09 has in its place is");
            }
        }
        for (String key : List.of("on_reject", "grading", "grader_flags", "accept_score", "reject_score", "range")) {
            if (keys.has(key)) {
                keys.refuse(key, "cannot be honoured where tests have settings or files of their own");
            }
        }
    }

    private PackageChecker checker(Arguments arguments) {
        return switch (validation) {
            case DEFAULT -> byDefault(arguments);
            case CUSTOM -> new PackageChecker.Custom(arguments.values());
            case INTERACTIVE -> new PackageChecker.Interactive(arguments.values());
        };
    }

    private PackageChecker byDefault(Arguments arguments) {
        return switch (ValidatorFlags.parse(arguments.values())) {
            case ValidatorFlags.Valid(var flags) -> new PackageChecker.Default(flags);
            case ValidatorFlags.Invalid(String reason) -> {
                findings.refuse(arguments.file(), arguments.line(), reason);
                yield PackageChecker.Default.WITHOUT_FLAGS;
            }
        };
    }

    private static int bytes(String argument) {
        return argument.getBytes(StandardCharsets.UTF_8).length + 1;
    }
}
