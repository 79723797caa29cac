package dev.haetae.common.packages;

import dev.haetae.common.packages.InputValidators.OtherInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Finds the inputs of a 2025-09 package that are there for its input validators only, with their arguments. */
final class Icpc2025Inputs {

    private static final String INVALID = "data/invalid_input";
    private static final List<String> FOLDERS = List.of(INVALID, "data/invalid_output", "data/valid_output");

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
            for (PackageFile file : tree.below(folder)) {
                if (Icpc2025Tests.isTestsOwn(file.path())) {
                    continue;
                }
                if (file.path().endsWith(".in")) {
                    String name = PackagePath.withoutEnding(file.path()).substring("data/".length());
                    inputs.add(new OtherInput(name, file, !folder.equals(INVALID)));
                } else if (file.path().endsWith(".yaml")) {
                    readArguments(file);
                }
            }
        }
        return inputs;
    }

    private void readArguments(PackageFile file) throws IOException {
        YamlNode.Mapping map = YamlReader.read(file, findings);
        if (map != null) {
            String place = Icpc2025Settings.isFile(file.path())
                    ? PackagePath.folder(file.path()) + "/"
                    : PackagePath.withoutEnding(file.path());
            YamlKeys keys = new YamlKeys(file.path(), map, findings);
            arguments.readArgs(keys, place);
            keys.ignore("output_validator_args", "description");
            keys.warnOfTheRest();
        }
    }
}
