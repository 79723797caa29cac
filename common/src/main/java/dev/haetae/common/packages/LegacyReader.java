package dev.haetae.common.packages;

import dev.haetae.common.Limits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Reads a package in Kattis' {@code legacy} format, of which everything but {@code problem.yaml} and a test may be missing. */
final class LegacyReader {

    private static final String VALIDATORS = "output_validators";
    private static final String VALIDATOR = "output_validator";
    private static final List<String> INPUT_VALIDATORS = List.of("input_validators", "input_format_validators");

    private LegacyReader() {}

    static PackageResult read(
            PackageTree tree, YamlNode.Mapping problemYaml, @Nullable String shortName, Findings findings)
            throws IOException {
        YamlKeys keys = new YamlKeys(LegacyMetadata.FILE, problemYaml, findings);
        LegacyMetadata metadata = LegacyMetadata.read(tree, keys, findings);
        OutputValidators validators = validators(tree, metadata, findings);
        List<PackageProgram> inputValidators = inputValidators(tree, findings);
        InputArguments inputArguments = new InputArguments(inputValidators);
        TestGroups groups = new TestGroups(tree, metadata.settings(validators.programs()), inputArguments, findings);
        LegacyScoring.Read scoring =
                new LegacyScoring(tree, metadata.objective(), findings).read(keys.map(LegacyMetadata.GRADING));
        OtherFiles.look(tree, metadata.validation(), scoring.grader() != null, findings);
        List<PackageTest> tests =
                new LegacyTests(tree, groups, PackageInvocation.plain(metadata.passes()), findings).read();
        Statements statements = Statements.read(tree, findings).titled(keys.textsByKey("name"));
        List<JurySubmission> submissions = JurySubmissions.read(tree, findings);
        SortedMap<String, SortedMap<String, PackageFile>> included = IncludedFiles.read(tree, false, findings);
        Limits limits = TimeLimit.measurable(metadata.limits(), metadata.timeLimitSource(), submissions, findings);
        boolean showsGroups = keys.map(LegacyMetadata.GRADING).flag("show_test_data_groups");
        PackageSettings settings = SettingsYaml.read(tree, findings).orPolicy(showsGroups ? "GROUPS" : null);
        if (findings.refused()) {
            return new PackageResult.Refused(findings.reasons());
        }
        return new PackageResult.Read(new ProblemPackage(
                PackageFormat.ICPC_LEGACY,
                shortName,
                Titles.of(metadata.name(), statements, shortName),
                metadata.origin(),
                metadata.keywords(),
                statements.all(),
                statements.otherFiles(),
                List.of(),
                null,
                included,
                limits,
                metadata.timeLimitSource(),
                metadata.margins(),
                validators,
                new InputValidators(
                        inputValidators,
                        metadata.validationLimits(),
                        inputArguments.inheritedBy(
                                tests.stream().map(PackageTest::group).toList()),
                        List.of()),
                tests.stream().map(test -> test.by(settings.named())).toList(),
                WrittenInteractions.in(tree),
                scoring.scoring(),
                scoring.grader(),
                submissions,
                settings,
                List.copyOf(tree.all()),
                findings.warnings()));
    }

    private static List<PackageProgram> inputValidators(PackageTree tree, Findings findings) throws IOException {
        List<PackageProgram> programs = new ArrayList<>();
        for (String folder : INPUT_VALIDATORS) {
            programs.addAll(JuryPrograms.readRunnable(tree, folder, findings));
        }
        return programs;
    }

    /** Where they lie in the successor they are looked for, too, as DOMjudge's examples have one there. */
    private static List<PackageProgram> programs(PackageTree tree, Findings findings) throws IOException {
        if (tree.hasFolder(VALIDATORS) || !tree.hasFolder(VALIDATOR)) {
            return JuryPrograms.read(tree, VALIDATORS, findings);
        }
        PackageProgram only = JuryPrograms.readOnly(tree, VALIDATOR, findings);
        return only == null ? List.of() : List.of(only);
    }

    private static OutputValidators validators(PackageTree tree, LegacyMetadata metadata, Findings findings)
            throws IOException {
        if (metadata.validation() == Validation.DEFAULT) {
            return new OutputValidators(List.of(), metadata.validationLimits());
        }
        List<PackageProgram> programs = programs(tree, findings);
        if (programs.isEmpty() && !findings.refused()) {
            findings.refuse(VALIDATORS, "the package's validation is custom, but there is no output validator");
        }
        if (programs.size() > 1 && metadata.validation() == Validation.INTERACTIVE) {
            findings.refuse(VALIDATORS, "the problem is interactive, but there is more than one output validator");
        } else if (programs.size() > 1 && metadata.passes() > 1) {
            findings.refuse(VALIDATORS, "the problem is multi-pass, but there is more than one output validator");
        }
        return new OutputValidators(programs, metadata.validationLimits());
    }
}
