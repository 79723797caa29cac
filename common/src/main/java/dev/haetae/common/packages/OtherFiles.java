package dev.haetae.common.packages;

import java.util.Map;
import java.util.Set;

/** What a package has besides what is read: refused where it would change a verdict, else warned about. */
final class OtherFiles {

    private static final String VALIDATORS = "output_validators/";
    private static final String VALIDATOR = "output_validator/";
    private static final String GRADERS = "graders/";

    private static final Set<String> READ = Set.of(
            "problem.yaml",
            "domjudge-problem.ini",
            PackageSettings.FILE,
            ".timelimit",
            "problem_statement/",
            "statement/",
            "data/",
            "submissions/",
            "include/",
            "attachments/",
            "input_validators/",
            "input_format_validators/");

    private static final Map<String, String> IGNORED = Map.of(
            VALIDATORS,
            "the package's validation is default: its output validators are not used",
            VALIDATOR,
            "the package's validation is default: its output validator is not used",
            GRADERS,
            "the package has no grading: its graders are not used",
            "generators/",
            "generators are not run: tests are taken as they are");

    private OtherFiles() {}

    static void look(PackageTree tree, Validation validation, boolean hasGrader, Findings findings) {
        for (String name : tree.topNames()) {
            boolean isUsed = name.equals(VALIDATORS) || name.equals(VALIDATOR)
                    ? validation != Validation.DEFAULT
                    : name.equals(GRADERS) && hasGrader;
            if (isUsed) {
                continue;
            }
            if (IGNORED.containsKey(name)) {
                findings.warn(withoutSlash(name), IGNORED.getOrDefault(name, ""));
            } else if (!READ.contains(name) && !Statements.isInRoot(name)) {
                findings.warn(withoutSlash(name), "this is not part of the format and is ignored");
            }
        }
    }

    private static String withoutSlash(String name) {
        return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }
}
