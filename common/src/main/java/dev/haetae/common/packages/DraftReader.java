package dev.haetae.common.packages;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a package in the draft of 2025-09 that was called {@code 2023-07}, which tools followed at different times. Its metadata, solutions
 * and programs are read as those of 2025-09, old names put right; its tests are read as those of 2025-09 where they are configured so,
 * else as legacy ones.
 *
 * <pre>
 *   output_validator/, or output_validators/, with the program or its only folder
 *   statement/, or problem_statement/
 *   data/…/test_group.yaml, a test's own yaml or files    as in 2025-09
 *   data/…/testdata.yaml                                  as in legacy, with graders, or beside a test's own yaml as test_group.yaml
 * </pre>
 */
final class DraftReader {

    static final Set<String> VERSIONS = Set.of("2023-07-draft", "2023-07");

    private static final String VALIDATOR = "output_validator";
    private static final String OLD_VALIDATORS = "output_validators";

    private static final Map<String, String> OLD_FOLDERS = Map.of(
            OLD_VALIDATORS,
            VALIDATOR,
            "problem_statement",
            "statement",
            "input_format_validators",
            "input_validators",
            "data/invalid_inputs",
            "data/invalid_input",
            "data/invalid_outputs",
            "data/invalid_output",
            "data/valid_outputs",
            "data/valid_output");

    private DraftReader() {}

    static PackageResult read(
            PackageTree files,
            YamlNode.Mapping problemYaml,
            @Nullable String shortName,
            Path scratch,
            Findings findings)
            throws IOException {
        DraftMetadata metadata = DraftMetadata.read(problemYaml, findings);
        Map<String, String> newFolders = newFolders(files, findings);
        PackageTree tree = files.renamed(path -> renamed(path, newFolders));
        Map<String, String> oldFolders = new HashMap<>();
        newFolders.forEach((old, folder) -> oldFolders.put(folder, old));
        findings.name(path -> renamed(path, oldFolders));
        if (metadata.comparesByDefault() && tree.hasFolder(VALIDATOR)) {
            findings.refuse(
                    VALIDATOR, "problem.yaml says that validation is default, but there is an output validator");
        }
        Icpc2025Reader.Source source = new Icpc2025Reader.Source(
                PackageFormat.ICPC_2023_07_DRAFT, tree, metadata.problemYaml(), shortName, scratch);
        if (!isLate(tree)) {
            DraftTests tests = new DraftTests(metadata.validatorFlags(), metadata.validatorFlagsLine());
            return Icpc2025Reader.read(source, tests::read, findings);
        }
        refuseWhatIsOld(tree, metadata, findings);
        return Icpc2025Reader.read(
                hasGroupFiles(tree) ? source : source.with(withGroupFiles(tree, findings)),
                (all, read, judging, found) -> Icpc2025Reader.tests(all, read, judging, true, found),
                findings);
    }

    /** What older folders are called now, by their names in the package. */
    private static Map<String, String> newFolders(PackageTree files, Findings findings) {
        Map<String, String> folders = new HashMap<>();
        OLD_FOLDERS.forEach((old, folder) -> {
            if (files.hasFolder(old) && files.hasFolder(folder)) {
                findings.warn(old, "it is ignored, as there is " + folder);
            } else if (files.hasFolder(old)) {
                folders.put(old, folder);
            }
        });
        return folders;
    }

    /** A folder, or a file in it, by the folder's other name. */
    private static String renamed(String path, Map<String, String> folders) {
        for (Map.Entry<String, String> folder : folders.entrySet()) {
            if ((path + "/").startsWith(folder.getKey() + "/")) {
                return folder.getValue() + path.substring(folder.getKey().length());
            }
        }
        return path;
    }

    /** When tests first had settings of their own, those of groups were still called as before. */
    private static PackageTree withGroupFiles(PackageTree tree, Findings findings) {
        findings.name(path -> Icpc2025Settings.isFile(path) ? sibling(path, TestGroups.FILE) : path);
        return tree.renamed(path -> TestGroups.isSettings(path) ? sibling(path, Icpc2025Settings.GROUP_FILE) : path);
    }

    private static String sibling(String path, String name) {
        return PackagePath.folder(path) + "/" + name;
    }

    private static boolean hasGroupFiles(PackageTree tree) {
        return tree.below("data").stream().anyMatch(file -> Icpc2025Settings.isFile(file.path()));
    }

    /** Whether tests are configured as in the draft's last states, which are nearly 2025-09. */
    private static boolean isLate(PackageTree tree) {
        return tree.below("data").stream()
                .map(PackageFile::path)
                .anyMatch(path -> Icpc2025Settings.isFile(path)
                        || Icpc2025Tests.isTestsOwn(path)
                        || (path.endsWith(".yaml") && tree.file(PackagePath.withoutEnding(path) + ".in") != null));
    }

    private static void refuseWhatIsOld(PackageTree tree, DraftMetadata metadata, Findings findings) {
        if (!metadata.validatorFlags().isEmpty()) {
            findings.refuse(
                    LegacyMetadata.FILE,
                    metadata.validatorFlagsLine(),
                    "validator_flags cannot be given where tests have test_group.yaml or settings of their own");
        }
        tree.below("data").stream()
                .map(PackageFile::path)
                .filter(path -> TestGroups.isSettings(path) && hasGroupFiles(tree))
                .forEach(path -> findings.refuse(path, "cannot be read beside test_group.yaml"));
    }
}
