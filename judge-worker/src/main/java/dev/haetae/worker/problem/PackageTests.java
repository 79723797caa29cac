package dev.haetae.worker.problem;

import dev.haetae.common.BlobRef;
import dev.haetae.common.CheckerSpec;
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
import dev.haetae.common.ValidationLimits;
import dev.haetae.common.packages.InputValidators;
import dev.haetae.common.packages.PackageChecker;
import dev.haetae.common.packages.PackageFile;
import dev.haetae.common.packages.PackageInvocation;
import dev.haetae.common.packages.PackageModel;
import dev.haetae.common.packages.PackageProgram;
import dev.haetae.common.packages.PackageTest;
import dev.haetae.common.packages.ProblemPackage;
import dev.haetae.worker.testset.OpenTestSet;
import dev.haetae.worker.testset.TestSets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The tests of a package as a test set, its files where they lie. They are numbered instead of hashed: nobody else has them. */
public final class PackageTests implements TestSets {

    private final Map<BlobRef, Path> files = new HashMap<>();
    private final TestSet set;

    /**
     * The tests of that package, which has to stay where it is.
     *
     * @param model what stands for a submission where output validators are checked, or null
     */
    public PackageTests(ProblemPackage problem, @Nullable PackageModel model) {
        List<ProgramSpec> validators = specs(problem.outputValidators().programs());
        List<TestCase> tests = problem.tests().stream()
                .map(test -> test(test, validators, problem.outputValidators().limits()))
                .toList();
        set = new TestSet(
                tests, inputs(problem.inputValidators()), grader(problem), outputs(problem, validators), model(model));
    }

    private @Nullable ModelSolution model(@Nullable PackageModel model) {
        return model == null ? null : new ModelSolution(model.language(), model.entryPoint(), files(model.files()));
    }

    private List<OutputCheck> outputs(ProblemPackage problem, List<ProgramSpec> validators) {
        return problem.outputValidators().outputs().stream()
                .map(known -> new OutputCheck(
                        test(
                                known.test(),
                                validators,
                                problem.outputValidators().limits()),
                        blob(known.output()),
                        known.valid()))
                .toList();
    }

    private TestCase test(PackageTest test, List<ProgramSpec> validators, ValidationLimits limits) {
        return new TestCase(
                test.name(),
                test.group(),
                blob(test.input()),
                blob(test.answer()),
                checker(test.checker(), validators, limits),
                invocation(test.invocation()),
                test.fullFeedback(),
                null);
    }

    private @Nullable GraderSpec grader(ProblemPackage problem) {
        PackageProgram grader = problem.grader();
        return grader == null
                ? null
                : new GraderSpec(
                        specs(List.of(grader)).getFirst(),
                        problem.outputValidators().limits());
    }

    private @Nullable InputValidation inputs(InputValidators validators) {
        if (validators.programs().isEmpty()) {
            return null;
        }
        return new InputValidation(
                specs(validators.programs()),
                validators.limits(),
                validators.arguments(),
                validators.others().stream()
                        .map(other -> new InputValidation.OtherInput(
                                other.name(), blob(other.input()), other.valid(), invocation(other.invocation())))
                        .toList());
    }

    private List<ProgramSpec> specs(List<PackageProgram> programs) {
        return programs.stream()
                .map(program ->
                        new ProgramSpec(program.name(), program.language(), files(program.files()), program.protocol()))
                .toList();
    }

    private CheckerSpec checker(PackageChecker checker, List<ProgramSpec> validators, ValidationLimits limits) {
        return switch (checker) {
            case PackageChecker.Default(var flags) -> flags;
            case PackageChecker.Custom(var arguments) ->
                new CheckerSpec.OutputValidators(validators, arguments, limits);
            case PackageChecker.Interactive(var arguments) -> CheckerSpec.Interactor.of(validators, arguments, limits);
            case PackageChecker.Static(var program, var arguments) ->
                new CheckerSpec.StaticValidator(specs(List.of(program)).getFirst(), arguments, limits);
        };
    }

    private Invocation invocation(PackageInvocation how) {
        return new Invocation(how.passes(), how.arguments(), files(how.files()), how.writesFiles(), how.named());
    }

    private List<FileRef> files(SortedMap<String, PackageFile> files) {
        return files.entrySet().stream()
                .map(file -> new FileRef(file.getKey(), blob(file.getValue())))
                .toList();
    }

    private BlobRef blob(PackageFile file) {
        BlobRef blob = new BlobRef("%064x".formatted(files.size()), file.sizeBytes());
        files.put(blob, file.content().toAbsolutePath());
        return blob;
    }

    /** Whatever is asked for, there is one set only. */
    @Override
    public OpenTestSet open(TestSetRef _set) {
        return new OpenTestSet(set, files, () -> {});
    }

    /** Whether answers are handed in, in place of a program that finds them. */
    boolean takeAnswers() {
        return set.takesAnswers();
    }

    /** The names of all. */
    List<String> names() {
        return set.tests().stream().map(TestCase::name).toList();
    }

    /** Whether there is something to check beside solutions. */
    boolean canBeChecked() {
        return set.canBeChecked();
    }

    /** What a task has to refer to. */
    public TestSetRef reference() {
        return new TestSetRef(new BlobRef("f".repeat(64), 0), set.tests().size());
    }
}
