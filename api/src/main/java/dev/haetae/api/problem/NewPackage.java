package dev.haetae.api.problem;

import dev.haetae.api.problem.ExportedPackage.Content;
import dev.haetae.api.problem.ProblemContent.JuryProgram;
import dev.haetae.api.problem.ProblemContent.StatementSource;
import dev.haetae.api.problem.ProblemContent.StoredFile;
import dev.haetae.common.CheckerSpec;
import dev.haetae.common.FileRef;
import dev.haetae.common.InputValidation;
import dev.haetae.common.ProgramSpec;
import dev.haetae.common.TestSet;
import dev.haetae.common.packages.LimitText;
import dev.haetae.common.packages.Origin;
import dev.haetae.common.packages.SubmissionsText;
import dev.haetae.common.packages.TestlibPrograms;
import dev.haetae.common.packages.YamlText;
import dev.haetae.common.verification.Expectation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a problem that has no package in an ICPC format needs to be one in the format 2025-09, beside tests and statements. */
record NewPackage(Problem problem, ProblemContent content, TestSet tests, BlobStore blobs) {

    void lay(SortedMap<String, Content> files) {
        CheckerSpec checker = tests.tests().getLast().checker();
        files.put("problem.yaml", new Content.Made(YamlText.write(metadata(checker))));
        SortedMap<String, Map<String, Object>> settings = new TreeMap<>();
        ScoringText.lay(content.scoring(), settings);
        layInputValidators(settings, files);
        settings.forEach((path, keys) -> files.put(path, new Content.Made(YamlText.write(keys))));
        content.jurySubmissions().forEach(jury -> jury.files().forEach(file -> lay(file, files)));
        laySubmissionsYaml(files);
        content.included()
                .forEach((language, sources) -> sources.forEach(source ->
                        lay(new StoredFile("include/" + language + "/" + source.path(), source.content()), files)));
        if (!checker.programs().isEmpty()) {
            layPrograms(checker, files);
        }
    }

    private void lay(StoredFile file, SortedMap<String, Content> files) {
        files.put(file.path(), new Content.Kept(blobs.get(file.content())));
    }

    private void laySubmissionsYaml(SortedMap<String, Content> files) {
        SortedMap<String, Expectation> expected = new TreeMap<>();
        for (JuryProgram jury : content.jurySubmissions()) {
            JurySolution solution = JurySolution.of(jury, blobs::get);
            expected.put(solution.path().substring(JurySolution.ROOT.length()), solution.expectation());
        }
        Map<String, Object> keys =
                SubmissionsText.of(expected, content.scoring().hasScore());
        if (!keys.isEmpty()) {
            files.put(SubmissionsText.FILE, new Content.Made(YamlText.write(keys)));
        }
    }

    private void layInputValidators(SortedMap<String, Map<String, Object>> settings, SortedMap<String, Content> files) {
        InputValidation inputs = tests.inputs();
        if (inputs == null) {
            return;
        }
        InputArgumentsText.lay(inputs, tests.tests(), settings);
        for (int i = 0; i < inputs.validators().size(); i++) {
            String folder = TestlibPrograms.inputValidator(i + 1);
            TestlibPrograms.inputScripts()
                    .forEach((name, script) -> files.put(folder + name, new Content.Made(script)));
            for (FileRef file : inputs.validators().get(i).files()) {
                lay(new StoredFile(folder + TestlibPrograms.INPUT_FILES + file.path(), file.content()), files);
            }
        }
    }

    /** The checkers of such problems are called as testlib's are. */
    private void layPrograms(CheckerSpec checker, SortedMap<String, Content> files) {
        TestlibPrograms.scripts().forEach((path, script) -> files.put(path, new Content.Made(script)));
        boolean interactive = checker instanceof CheckerSpec.Interactor;
        List<ProgramSpec> programs = checker.programs();
        if (programs.getLast().givesHundredths()) {
            files.put(TestlibPrograms.HUNDREDTHS, new Content.Made("points are hundredths of the test's\n"));
        }
        for (int i = 0; i < programs.size(); i++) {
            String folder = interactive && i == 0 ? TestlibPrograms.INTERACTOR : TestlibPrograms.CHECKER;
            for (FileRef file : programs.get(i).files()) {
                lay(new StoredFile(folder + file.path(), file.content()), files);
            }
        }
    }

    private Map<String, Object> metadata(CheckerSpec checker) {
        Origin origin = content.origin();
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("problem_format_version", "2025-09");
        keys.put("type", type(checker));
        keys.put("name", name());
        keys.put("uuid", origin.uuid() == null ? problem.getId().toString() : origin.uuid());
        putText(keys, "credits", origin.author());
        putText(keys, "license", origin.license());
        putText(keys, "rights_owner", origin.rightsOwner());
        if (origin.source() != null || origin.sourceUrl() != null) {
            keys.put("source", source(origin));
        }
        putTexts(keys, "keywords", problem.tags());
        putTexts(keys, "languages", content.settings().languages());
        Instant embargo = problem.embargoUntil();
        putText(keys, MetadataChanges.EMBARGO, embargo == null ? null : embargo.toString());
        Map<String, Object> limits = LimitText.of(content.limits());
        switch (checker) {
            case CheckerSpec.DefaultValidator _ -> {}
            case CheckerSpec.OutputValidators validators -> limits.putAll(LimitText.of(validators.limits()));
            case CheckerSpec.Interactor interactor -> limits.putAll(LimitText.of(interactor.limits()));
            case CheckerSpec.StaticValidator validator -> limits.putAll(LimitText.of(validator.limits()));
        }
        keys.put("limits", limits);
        return keys;
    }

    /** By languages, where they have titles of their own. */
    private Object name() {
        List<StatementSource> statements = content.statements();
        if (statements.stream().allMatch(statement -> statement.title() == null)) {
            return content.title();
        }
        Map<String, Object> names = new LinkedHashMap<>();
        for (StatementSource statement : statements) {
            String own = statement == statements.getFirst() ? null : statement.title();
            names.putIfAbsent(statement.language(), own == null ? content.title() : own);
        }
        return names;
    }

    private Object type(CheckerSpec checker) {
        String scoring = content.scoring().hasScore() ? "scoring" : "pass-fail";
        return checker instanceof CheckerSpec.Interactor ? new ArrayList<>(List.of(scoring, "interactive")) : scoring;
    }

    /** A source has a name, for which its address may stand. */
    private static Map<String, Object> source(Origin origin) {
        Map<String, Object> source = new LinkedHashMap<>();
        String name = origin.source() == null ? origin.sourceUrl() : origin.source();
        putText(source, "name", name);
        putText(source, "url", origin.sourceUrl());
        return source;
    }

    private static void putText(Map<String, Object> keys, String key, @Nullable String text) {
        if (text != null) {
            keys.put(key, text);
        }
    }

    private static void putTexts(Map<String, Object> keys, String key, List<String> texts) {
        if (!texts.isEmpty()) {
            keys.put(key, new ArrayList<>(texts));
        }
    }
}
