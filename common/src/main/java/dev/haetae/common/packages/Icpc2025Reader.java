package dev.haetae.common.packages;

import dev.haetae.common.Limits;
import dev.haetae.common.Scoring;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a package in Kattis' format {@code 2025-09}, interactive and multi-pass or not. */
final class Icpc2025Reader {

    static final String VERSION = "2025-09";

    /** Files with other names are as good as not there, says the format. */
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,254}");

    private static final String VALIDATOR = "output_validator";
    private static final String INPUT_VALIDATORS = "input_validators";

    private static final Set<String> READ = Set.of(
            "problem.yaml",
            "domjudge-problem.ini",
            PackageSettings.FILE,
            "statement/",
            "data/",
            "submissions/",
            "include/",
            "attachments/",
            "output_validator/",
            "input_validators/",
            "static_validator/",
            "solution/");

    private static final Map<String, String> IGNORED = Map.of(
            "generators/", "generators are not run: tests are taken as they are",
            "input_visualizer/", "visualizers are not run",
            "output_visualizer/", "visualizers are not run");

    private Icpc2025Reader() {}

    /** How the tests of a package are read when the rest of it is known. */
    @FunctionalInterface
    interface TestsReader {

        PackageTests read(PackageTree tree, Icpc2025Metadata metadata, Judging judging, Findings findings)
                throws IOException;
    }

    /**
     * What judges the tests.
     *
     * @param validation how outputs are judged
     * @param inputValidators of the inputs
     * @param statics of the submission's files
     */
    record Judging(Validation validation, List<PackageProgram> inputValidators, StaticValidations statics) {}

    static PackageResult read(
            PackageTree files,
            YamlNode.Mapping problemYaml,
            @Nullable String shortName,
            Path scratch,
            Findings findings)
            throws IOException {
        Source source = new Source(PackageFormat.ICPC_2025_09, files, problemYaml, shortName, scratch);
        return read(source, Icpc2025Reader::tests, findings);
    }

    /**
     * A package in this format, or in its draft.
     *
     * @param scratch a private directory for files that are changed
     */
    record Source(
            PackageFormat format,
            PackageTree files,
            YamlNode.Mapping problemYaml,
            @Nullable String shortName,
            Path scratch) {

        /** The same with other files. */
        Source with(PackageTree others) {
            return new Source(format, others, problemYaml, shortName, scratch);
        }
    }

    private static PackageTests tests(PackageTree tree, Icpc2025Metadata metadata, Judging judging, Findings findings)
            throws IOException {
        return tests(tree, metadata, judging, false, findings);
    }

    /** Tests as this format has them, or its draft in its last states. */
    static PackageTests tests(
            PackageTree tree, Icpc2025Metadata metadata, Judging judging, boolean isDraft, Findings findings)
            throws IOException {
        InputArguments inputArguments = new InputArguments(judging.inputValidators());
        Icpc2025Settings settings = new Icpc2025Settings(tree, judging, isDraft, inputArguments, findings);
        List<PackageTest> tests = new Icpc2025Tests(tree, settings, metadata, judging.statics(), findings).read();
        List<InputValidators.OtherInput> otherInputs = new Icpc2025Inputs(tree, inputArguments, findings).read();
        Scoring scoring = metadata.scoring()
                ? new Icpc2025Scoring(tree, judging.validation() != Validation.DEFAULT, isDraft, findings).read(tests)
                : new Scoring.PassFail();
        return new PackageTests(tests, scoring, null, inputArguments.all(), otherInputs);
    }

    static PackageResult read(Source source, TestsReader reader, Findings findings) throws IOException {
        YamlKeys keys = new YamlKeys(LegacyMetadata.FILE, source.problemYaml(), findings);
        PackageTree raw = Constants.read(keys, source.scratch(), findings).in(source.files());
        Icpc2025Metadata metadata = Icpc2025Metadata.read(raw, keys, findings);
        PackageTree tree = raw.only(Icpc2025Reader::isNamedByTheRules);
        look(raw, findings);
        PackageProgram validator = validator(source, tree, findings);
        Judging judging = new Judging(
                validation(metadata, validator, findings),
                JuryPrograms.readRunnable(tree, INPUT_VALIDATORS, findings),
                StaticValidations.of(tree, metadata, source.scratch(), findings));
        PackageTests tests = reader.read(tree, metadata, judging, findings);
        judging.statics().warnOfNoUse();
        List<OutputValidators.KnownOutput> outputs =
                new Icpc2025Outputs(tree, judging.validation(), findings).read(tests.tests(), metadata.passes());
        Statements statements = Statements.read(tree, findings).titled(keys.textsByKey("name"));
        PackageSettings own = SettingsYaml.read(raw, findings);
        List<JurySubmission> submissions =
                JurySubmissions.readTold(tree, tests.tests(), metadata.takesAnswers(), findings).stream()
                        .map(told -> own.hasFinalVerdicts() ? told.withFinalVerdict() : told)
                        .toList();
        SortedMap<String, SortedMap<String, PackageFile>> included = IncludedFiles.read(tree, true, findings);
        Limits limits = TimeLimit.measurable(metadata.limits(), metadata.timeLimitSource(), submissions, findings);
        Scoring scoring = OwnPoints.in(tests.scoring(), own, findings);
        if (findings.refused()) {
            return new PackageResult.Refused(findings.reasons());
        }
        return new PackageResult.Read(new ProblemPackage(
                source.format(),
                source.shortName(),
                Titles.of(metadata.name(), statements, source.shortName()),
                metadata.origin(),
                metadata.keywords(),
                statements.all(),
                statements.otherFiles(),
                metadata.languages(),
                metadata.embargoUntil(),
                included,
                limits,
                metadata.timeLimitSource(),
                metadata.margins(),
                new OutputValidators(TestlibPrograms.of(validator), metadata.validationLimits(), outputs),
                new InputValidators(
                        judging.inputValidators(),
                        metadata.validationLimits(),
                        tests.inputArguments(),
                        tests.otherInputs()),
                tests.tests().stream().map(test -> test.by(own.named())).toList(),
                WrittenInteractions.in(tree),
                scoring,
                tests.grader(),
                submissions,
                own,
                List.copyOf(raw.all()),
                findings.warnings()));
    }

    /** In the draft nothing was said of its work directory. */
    private static @Nullable PackageProgram validator(Source source, PackageTree tree, Findings findings)
            throws IOException {
        PackageProgram validator = JuryPrograms.readOnly(tree, VALIDATOR, findings);
        return validator == null || source.format() != PackageFormat.ICPC_2025_09
                ? validator
                : validator.besideSubmission();
    }

    private static Validation validation(
            Icpc2025Metadata metadata, @Nullable PackageProgram validator, Findings findings) {
        if (metadata.passes() > 1 && validator == null && !findings.refused()) {
            findings.refuse(VALIDATOR, "the problem is multi-pass, but there is no output validator");
        }
        if (!metadata.interactive()) {
            return validator == null ? Validation.DEFAULT : Validation.CUSTOM;
        }
        if (validator == null && !findings.refused()) {
            findings.refuse(VALIDATOR, "the problem is interactive, but there is no output validator");
        }
        return Validation.INTERACTIVE;
    }

    private static boolean isNamedByTheRules(String path) {
        return Arrays.stream(path.split("/"))
                .allMatch(part -> NAME.matcher(part).matches());
    }

    private static void look(PackageTree raw, Findings findings) {
        for (String name : raw.topNames()) {
            String shown = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
            if (IGNORED.containsKey(name)) {
                findings.warn(shown, IGNORED.getOrDefault(name, ""));
            } else if (!READ.contains(name) && !name.startsWith(".") && !Statements.isInRoot(name)) {
                findings.warn(shown, "this is not part of the format and is ignored");
            }
        }
        raw.all().stream()
                .map(PackageFile::path)
                .filter(path ->
                        !isNamedByTheRules(path) && !PackagePath.name(path).startsWith("."))
                .forEach(path ->
                        findings.warn(path, "the path has a name that the format does not allow: it is ignored"));
    }
}
