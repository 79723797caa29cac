package dev.haetae.common.packages;

import dev.haetae.common.packages.InputValidators.OtherInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the inputs of a 2025-09 package that are there for its input validators only, with their arguments. */
final class Icpc2025Inputs {

    private static final String INVALID = "data/invalid_input";
    private static final List<String> FOLDERS = List.of(INVALID, "data/invalid_output", "data/valid_output");

    /** What stands behind a program on its command line, and behind a validator's own arguments. */
    private static final String ARGS = "args";

    private final PackageTree tree;
    private final InputArguments arguments;
    private final Findings findings;

    Icpc2025Inputs(PackageTree tree, InputArguments arguments, Findings findings) {
        this.tree = tree;
        this.arguments = arguments;
        this.findings = findings;
    }

    List<OtherInput> read() throws IOException {
        List<OtherInput> inputs = new ArrayList<>();
        for (String folder : FOLDERS) {
            List<PackageFile> files = tree.below(folder).stream()
                    .filter(file -> !Icpc2025Tests.isTestsOwn(file.path()))
                    .toList();
            Map<String, List<String>> ofPrograms = new HashMap<>();
            for (PackageFile file : files) {
                if (file.path().endsWith(".yaml")) {
                    readArguments(file, ofPrograms);
                }
            }
            for (PackageFile file : files) {
                if (file.path().endsWith(".in")) {
                    inputs.add(input(file, !folder.equals(INVALID), ofPrograms));
                }
            }
        }
        return inputs;
    }

    private OtherInput input(PackageFile file, boolean valid, Map<String, List<String>> ofPrograms) {
        String stem = PackagePath.withoutEnding(file.path());
        List<String> ofGroup = ofPrograms.getOrDefault(PackagePath.folder(stem) + "/", List.of());
        PackageInvocation invocation = new PackageInvocation(
                1, ofPrograms.getOrDefault(stem, ofGroup), Icpc2025Tests.own(tree, stem), false, null);
        return new OtherInput(stem.substring("data/".length()), file, valid, invocation);
    }

    private void readArguments(PackageFile file, Map<String, List<String>> ofPrograms) throws IOException {
        YamlNode.Mapping map = YamlReader.read(file, findings);
        if (map != null) {
            String place = Icpc2025Settings.isFile(file.path())
                    ? PackagePath.folder(file.path()) + "/"
                    : PackagePath.withoutEnding(file.path());
            YamlKeys keys = new YamlKeys(file.path(), map, findings);
            arguments.readArgs(keys, place);
            if (keys.has(ARGS)) {
                ofPrograms.put(place, keys.texts(ARGS));
            }
            keys.ignore("output_validator_args", "description");
            keys.warnOfTheRest();
        }
    }
}
