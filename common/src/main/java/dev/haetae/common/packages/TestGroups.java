package dev.haetae.common.packages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The checkers of the groups of tests below {@code data/}: the problem's flags, then those of the nearest {@code testdata.yaml}
 * that gives some.
 */
final class TestGroups {

    private static final String FILE = "testdata.yaml";

    /** Far below what a command line can hold. */
    private static final int MOST_ARGUMENT_BYTES = 16 << 10;

    private final LegacyMetadata metadata;
    private final InputArguments inputArguments;
    private final Findings findings;
    private final Map<String, String> flagsByFolder = new HashMap<>();
    private final Map<String, PackageChecker> checkersByFlags = new HashMap<>();

    TestGroups(PackageTree tree, LegacyMetadata metadata, InputArguments inputArguments, Findings findings)
            throws IOException {
        this.metadata = metadata;
        this.inputArguments = inputArguments;
        this.findings = findings;
        checker(metadata.validatorFlags(), LegacyMetadata.FILE, metadata.validatorFlagsLine());
        for (PackageFile file : tree.below("data")) {
            if (PackagePath.name(file.path()).equals(FILE)) {
                read(file);
            }
        }
    }

    /** How the outputs for a folder's tests are judged. */
    PackageChecker checker(String folder) {
        for (String at = folder; !at.isEmpty(); at = PackagePath.folder(at)) {
            String flags = flagsByFolder.get(at);
            if (flags != null) {
                return checkersByFlags.getOrDefault(flags, PackageChecker.Default.WITHOUT_FLAGS);
            }
        }
        return checkersByFlags.getOrDefault(metadata.validatorFlags(), PackageChecker.Default.WITHOUT_FLAGS);
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
        String flags = keys.text("output_validator_flags");
        if (flags != null) {
            String all = metadata.validatorFlags() + " " + flags;
            flagsByFolder.put(PackagePath.folder(file.path()), all);
            checker(all, file.path(), keys.line("output_validator_flags"));
        }
        inputArguments.readFlags(keys, PackagePath.folder(file.path()));
        keys.warnOfTheRest();
    }

    private void checker(String flags, String file, @Nullable Integer line) {
        checkersByFlags.put(
                flags,
                switch (metadata.validation()) {
                    case DEFAULT -> byDefault(flags, file, line);
                    case CUSTOM -> new PackageChecker.Custom(arguments(flags, file, line));
                    case INTERACTIVE -> new PackageChecker.Interactive(arguments(flags, file, line));
                });
    }

    private PackageChecker byDefault(String flags, String file, @Nullable Integer line) {
        return switch (ValidatorFlags.parse(flags)) {
            case ValidatorFlags.Valid(var checker) -> new PackageChecker.Default(checker);
            case ValidatorFlags.Invalid(String reason) -> {
                findings.refuse(file, line, reason);
                yield PackageChecker.Default.WITHOUT_FLAGS;
            }
        };
    }

    private List<String> arguments(String flags, String file, @Nullable Integer line) {
        if (flags.getBytes(StandardCharsets.UTF_8).length > MOST_ARGUMENT_BYTES || flags.indexOf('\0') >= 0) {
            findings.refuse(
                    file, line, "flags of output validators are at most " + MOST_ARGUMENT_BYTES + " bytes without NUL");
            return List.of();
        }
        return flags.isBlank() ? List.of() : List.of(flags.strip().split("\\s+"));
    }
}
