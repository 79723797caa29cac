package dev.haetae.common.packages;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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
        PackageTree tree = withNewFolders(files, findings);
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
                source.with(withGroupFiles(tree)),
                (all, read, judging, found) -> Icpc2025Reader.tests(all, read, judging, true, found),
                findings);
    }

    private static PackageTree withNewFolders(PackageTree files, Findings findings) {
        SortedMap<String, PackageFile> renamed = new TreeMap<>();
        for (PackageFile file : files.all()) {
            String path = newPath(file.path(), files, findings);
            renamed.put(path, new PackageFile(path, file.content(), file.sizeBytes()));
        }
        return new PackageTree(renamed);
    }

    private static String newPath(String path, PackageTree files, Findings findings) {
        for (Map.Entry<String, String> folder : OLD_FOLDERS.entrySet()) {
            if (path.startsWith(folder.getKey() + "/")) {
                if (files.hasFolder(folder.getValue())) {
                    findings.warn(path, "it is ignored, as there is " + folder.getValue());
                    return path;
                }
                return folder.getValue() + path.substring(folder.getKey().length());
            }
        }
        return path;
    }

    /** When tests first had settings of their own, those of groups were still called as before. */
    private static PackageTree withGroupFiles(PackageTree tree) {
        if (hasGroupFiles(tree)) {
            return tree;
        }
        SortedMap<String, PackageFile> renamed = new TreeMap<>();
        for (PackageFile file : tree.all()) {
            String path = TestGroups.isSettings(file.path())
                    ? PackagePath.folder(file.path()) + "/test_group.yaml"
                    : file.path();
            renamed.put(path, new PackageFile(path, file.content(), file.sizeBytes()));
        }
        return new PackageTree(renamed);
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
