package dev.haetae.api.problem;

import dev.haetae.api.database.Texts;
import dev.haetae.api.problem.ProblemContent.JuryProgram;
import dev.haetae.api.problem.ProblemContent.StatementSource;
import dev.haetae.api.problem.ProblemContent.StoredFile;
import dev.haetae.api.problem.statement.Sample;
import dev.haetae.common.BlobRef;
import dev.haetae.common.FileRef;
import dev.haetae.common.GraderSpec;
import dev.haetae.common.InputValidation;
import dev.haetae.common.Invocation;
import dev.haetae.common.ModelSolution;
import dev.haetae.common.OutputCheck;
import dev.haetae.common.ProgramSpec;
import dev.haetae.common.TestCase;
import dev.haetae.common.TestSet;
import dev.haetae.common.TestSetRef;
import dev.haetae.common.Wire;
import dev.haetae.common.language.Languages;
import dev.haetae.common.packages.InputValidators;
import dev.haetae.common.packages.JurySubmission;
import dev.haetae.common.packages.OutputValidators;
import dev.haetae.common.packages.PackageChecker;
import dev.haetae.common.packages.PackageFile;
import dev.haetae.common.packages.PackageFormat;
import dev.haetae.common.packages.PackageInvocation;
import dev.haetae.common.packages.PackageModel;
import dev.haetae.common.packages.PackageProgram;
import dev.haetae.common.packages.PackageTest;
import dev.haetae.common.packages.ProblemPackage;
import dev.haetae.common.packages.Statement;
import dev.haetae.common.packages.TimeLimitSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Puts a package's files into the blob store, each once, and says what a version is made of. For one package. */
class PackageContents {

    private static final int MOST_HINT = 2_000;

    private final BlobStore blobs;
    private final TestSets testSets;
    private final Languages offered;
    private final Map<Path, BlobRef> kept = new HashMap<>();

    PackageContents(BlobStore blobs, TestSets testSets, Languages offered) {
        this.blobs = blobs;
        this.testSets = testSets;
        this.offered = offered;
    }

    /** What a package says; nobody has set anything else yet. */
    ProblemContent keep(ProblemPackage problem) throws IOException {
        List<StatementSource> statements = new ArrayList<>();
        for (Statement statement : problem.statements()) {
            String title = statement.title() == null ? null : Texts.storable(statement.title());
            statements.add(
                    new StatementSource(statement.language(), statement.markup(), keep(statement.file()), title));
        }
        List<JuryProgram> jury = new ArrayList<>();
        for (JurySubmission submission : problem.jurySubmissions()) {
            jury.add(new JuryProgram(
                    submission.folder(),
                    submission.name(),
                    keep(submission.files()),
                    submission.language(),
                    submission.entryPoint(),
                    submission.expectation()));
        }
        return new ProblemContent(
                problem.format(),
                problem.origin(),
                Texts.storable(problem.title()),
                statements,
                keep(problem.statementFiles()),
                samples(problem),
                included(problem),
                problem.limits(),
                timeLimitSource(problem),
                tests(problem),
                problem.scoring(),
                jury,
                problem.warnings(),
                manifest(problem),
                ProblemSettings.DEFAULT.in(problem.languages()),
                null,
                problem.margins(),
                null);
    }

    /** A limit that is to be derived is nobody's. */
    private static TimeLimitSource timeLimitSource(ProblemPackage problem) {
        return problem.settings().timeLimitByHand() && problem.timeLimitSource() != TimeLimitSource.DERIVED
                ? TimeLimitSource.OPERATOR
                : problem.timeLimitSource();
    }

    private Map<String, List<StoredFile>> included(ProblemPackage problem) throws IOException {
        Map<String, List<StoredFile>> included = new HashMap<>();
        for (Map.Entry<String, SortedMap<String, PackageFile>> language :
                problem.included().entrySet()) {
            List<StoredFile> files = new ArrayList<>();
            for (Map.Entry<String, PackageFile> file : language.getValue().entrySet()) {
                files.add(new StoredFile(file.getKey(), put(file.getValue())));
            }
            included.put(language.getKey(), files);
        }
        return included;
    }

    private @Nullable BlobRef manifest(ProblemPackage problem) throws IOException {
        if (problem.files().isEmpty()) {
            return null;
        }
        List<FileRef> files = new ArrayList<>();
        for (PackageFile file : problem.files()) {
            files.add(new FileRef(file.path(), put(file)));
        }
        return blobs.put(Wire.write(new PackageManifest(
                files,
                Texts.storable(problem.title()),
                problem.keywords().stream().map(Texts::storable).toList(),
                problem.languages(),
                problem.limits(),
                problem.embargoUntil(),
                problem.settings())));
    }

    private List<StoredFile> keep(List<PackageFile> files) throws IOException {
        List<StoredFile> kept = new ArrayList<>();
        for (PackageFile file : files) {
            kept.add(keep(file));
        }
        return kept;
    }

    private StoredFile keep(PackageFile file) throws IOException {
        return new StoredFile(file.path(), put(file));
    }

    private TestSetRef tests(ProblemPackage problem) throws IOException {
        PackageCheckers checkers = new PackageCheckers(problem.outputValidators(), this::put);
        List<TestCase> cases = new ArrayList<>();
        for (PackageTest test : problem.tests()) {
            cases.add(test(test, checkers));
        }
        List<OutputCheck> outputs = new ArrayList<>();
        for (OutputValidators.KnownOutput known : problem.outputValidators().outputs()) {
            outputs.add(new OutputCheck(test(known.test(), checkers), put(known.output()), known.valid()));
        }
        return testSets.keep(
                new TestSet(cases, inputs(problem.inputValidators()), grader(problem), outputs, model(problem)));
    }

    private @Nullable ModelSolution model(ProblemPackage problem) throws IOException {
        PackageModel model = PackageModel.of(problem, offered).orElse(null);
        return model == null
                ? null
                : new ModelSolution(model.language(), model.entryPoint(), references(model.files()));
    }

    private TestCase test(PackageTest test, PackageCheckers checkers) throws IOException {
        return new TestCase(
                test.name(),
                test.group(),
                put(test.input()),
                put(test.answer()),
                checkers.of(test.checker()),
                invocation(test.invocation()),
                test.fullFeedback(),
                hint(test.hint()));
    }

    private static @Nullable String hint(@Nullable String text) {
        return text == null ? null : Texts.storable(text.substring(0, Math.min(text.length(), MOST_HINT)));
    }

    private @Nullable GraderSpec grader(ProblemPackage problem) throws IOException {
        PackageProgram grader = problem.grader();
        if (grader == null) {
            return null;
        }
        List<ProgramSpec> programs = PackageCheckers.specs(List.of(grader), this::put);
        return new GraderSpec(programs.getFirst(), problem.outputValidators().limits());
    }

    private @Nullable InputValidation inputs(InputValidators validators) throws IOException {
        if (validators.programs().isEmpty()) {
            return null;
        }
        List<InputValidation.OtherInput> others = new ArrayList<>();
        for (InputValidators.OtherInput other : validators.others()) {
            others.add(new InputValidation.OtherInput(
                    other.name(), put(other.input()), other.valid(), invocation(other.invocation())));
        }
        return new InputValidation(
                PackageCheckers.specs(validators.programs(), this::put),
                validators.limits(),
                validators.arguments(),
                others);
    }

    private Invocation invocation(PackageInvocation how) throws IOException {
        return new Invocation(how.passes(), how.arguments(), references(how.files()), how.writesFiles(), how.named());
    }

    private List<FileRef> references(SortedMap<String, PackageFile> files) throws IOException {
        List<FileRef> references = new ArrayList<>();
        for (Map.Entry<String, PackageFile> file : files.entrySet()) {
            references.add(new FileRef(file.getKey(), put(file.getValue())));
        }
        return references;
    }

    private BlobRef put(PackageFile file) throws IOException {
        BlobRef before = kept.get(file.content());
        if (before != null) {
            return before;
        }
        try (InputStream content = file.open()) {
            BlobRef blob = blobs.put(content);
            kept.put(file.content(), blob);
            return blob;
        }
    }

    private static List<Sample> samples(ProblemPackage problem) throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (PackageTest test : problem.tests()) {
            if (test.isSample() && isShown(test, problem.format())) {
                samples.add(sample(test));
            }
        }
        for (Map.Entry<String, PackageFile> written : problem.interactions().entrySet()) {
            samples.add(new Sample(written.getKey(), null, null, text(written.getValue(), null)));
        }
        samples.sort(SampleTexts.BY_NAME);
        return samples;
    }

    /** The files of an interactive problem's sample are for its validator, but in 2025-09, where they are shown as any. */
    private static boolean isShown(PackageTest test, PackageFormat format) {
        return switch (test.checker()) {
            case PackageChecker.Default _, PackageChecker.Custom _ -> true;
            case PackageChecker.Interactive _ ->
                format == PackageFormat.ICPC_2025_09 || test.shown().interaction() != null;
            case PackageChecker.Static _ -> false;
        };
    }

    private static Sample sample(PackageTest test) throws IOException {
        PackageTest.Shown shown = test.shown();
        if (shown.interaction() != null) {
            return new Sample(test.name(), null, null, text(shown.interaction(), null));
        }
        return new Sample(test.name(), text(shown.input(), test.input()), text(shown.answer(), test.answer()), null);
    }

    private static @Nullable String text(@Nullable PackageFile shown, @Nullable PackageFile otherwise)
            throws IOException {
        PackageFile file = shown == null ? otherwise : shown;
        if (file == null) {
            return null;
        }
        try (InputStream content = file.open()) {
            return Texts.storable(new String(content.readNBytes(SampleTexts.SHOWN_BYTES), StandardCharsets.UTF_8));
        }
    }
}
