package dev.haetae.common.packages;

import dev.haetae.common.packages.OutputValidators.KnownOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the outputs with which a 2025-09 package's output validator is checked.
 *
 * <pre>
 *   data/valid_output/1.in .ans .out      has to be accepted
 *   data/invalid_output/1.in .ans .out    has to be rejected
 *   data/sample/1.out                     has to be accepted; without one, the answer, where it is shown as it is
 * </pre>
 */
final class Icpc2025Outputs {

    private static final String VALID = "data/valid_output";
    private static final String INVALID = "data/invalid_output";
    private static final String ARGS = "output_validator_args";

    private final PackageTree tree;
    private final Validation validation;
    private final Findings findings;
    private final List<KnownOutput> outputs = new ArrayList<>();

    Icpc2025Outputs(PackageTree tree, Validation validation, Findings findings) {
        this.tree = tree;
        this.validation = validation;
        this.findings = findings;
    }

    /** Those of a package with these tests, which is run so often on one. */
    List<KnownOutput> read(List<PackageTest> tests, int passes) throws IOException {
        boolean isComparing = validation != Validation.INTERACTIVE && passes <= 1;
        for (String folder : List.of(VALID, INVALID)) {
            if (isComparing) {
                readFolder(folder);
            } else if (tree.hasFolder(folder)) {
                findings.warn(
                        folder, "it is not used: an interactive or multi-pass problem's outputs do not stand alone");
            }
        }
        if (isComparing) {
            tests.stream().filter(PackageTest::isSample).forEach(this::addSample);
        }
        return outputs;
    }

    private void readFolder(String folder) throws IOException {
        for (PackageFile file : tree.below(folder)) {
            if (file.path().endsWith(".in") && !Icpc2025Tests.isTestsOwn(file.path())) {
                add(file, folder.equals(VALID));
            }
        }
    }

    private void add(PackageFile input, boolean valid) throws IOException {
        String stem = PackagePath.withoutEnding(input.path());
        PackageFile answer = tree.file(stem + ".ans");
        PackageFile output = tree.file(stem + ".out");
        if (answer == null || output == null) {
            findings.warn(input.path(), "no output validator is checked with it: it needs .ans and .out beside it");
            return;
        }
        String name = stem.substring("data/".length());
        PackageTest test = new PackageTest(
                name, PackagePath.folder(name), input, answer, checker(stem), PackageTest.Shown.AS_IT_IS);
        outputs.add(new KnownOutput(test, output, valid));
    }

    private void addSample(PackageTest sample) {
        PackageFile output = tree.file("data/" + sample.name() + ".out");
        boolean isShownAsItIs = sample.shown().equals(PackageTest.Shown.AS_IT_IS);
        if (sample.checker() instanceof PackageChecker.Custom && output == null && isShownAsItIs) {
            outputs.add(new KnownOutput(sample, sample.answer(), true));
        } else if (output != null && !(sample.checker() instanceof PackageChecker.Static)) {
            outputs.add(new KnownOutput(sample, output, true));
        }
    }

    /** By the arguments of the case, else of those in its directory. */
    private PackageChecker checker(String stem) throws IOException {
        String path = stem + ".yaml";
        YamlKeys keys = keys(path);
        if (keys == null || !keys.has(ARGS)) {
            path = PackagePath.folder(stem) + "/test_group.yaml";
            keys = keys(path);
        }
        List<String> arguments = keys == null ? List.of() : keys.texts(ARGS);
        if (validation != Validation.DEFAULT) {
            return new PackageChecker.Custom(arguments);
        }
        return switch (ValidatorFlags.parse(arguments)) {
            case ValidatorFlags.Valid(var flags) -> new PackageChecker.Default(flags);
            case ValidatorFlags.Invalid(String reason) -> {
                findings.refuse(path, keys == null ? null : keys.line(ARGS), reason);
                yield PackageChecker.Default.WITHOUT_FLAGS;
            }
        };
    }

    /** Malformed files are refused where input validators' arguments are read of them. */
    private @Nullable YamlKeys keys(String path) throws IOException {
        PackageFile file = tree.file(path);
        YamlNode.Mapping map = file == null ? null : YamlReader.read(file, new Findings());
        return map == null ? null : new YamlKeys(path, map, findings);
    }
}
