package dev.haetae.worker.judge;

import dev.haetae.common.JudgeProgress;
import dev.haetae.common.JudgeResult;
import dev.haetae.common.JudgeResult.FaultyPart;
import dev.haetae.common.JudgeTask;
import dev.haetae.common.JudgeTask.CheckPackage;
import dev.haetae.common.JudgeTask.JudgeAnswers;
import dev.haetae.common.JudgeTask.JudgeSubmission;
import dev.haetae.common.JudgeTask.RunOnce;
import dev.haetae.common.Limits;
import dev.haetae.common.Scoring;
import dev.haetae.common.TestCase;
import dev.haetae.common.scoring.CustomGrader;
import dev.haetae.common.scoring.Evaluation;
import dev.haetae.common.scoring.ScoringFaultException;
import dev.haetae.common.scoring.Tally;
import dev.haetae.worker.checker.Check;
import dev.haetae.worker.compile.CompileResult;
import dev.haetae.worker.compile.CompileResult.Compiled;
import dev.haetae.worker.compile.Compiler;
import dev.haetae.worker.compile.LanguageException;
import dev.haetae.worker.compile.Source;
import dev.haetae.worker.judge.Timeline.Stage;
import dev.haetae.worker.jury.Graders;
import dev.haetae.worker.jury.JuryFaultException;
import dev.haetae.worker.jury.JuryPrograms;
import dev.haetae.worker.jury.Submitted;
import dev.haetae.worker.jury.Validation;
import dev.haetae.worker.sandbox.BoxName;
import dev.haetae.worker.sandbox.RunLimits;
import dev.haetae.worker.testset.OpenTestSet;
import dev.haetae.worker.testset.TestDataException;
import dev.haetae.worker.testset.TestSets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Judges one submission: fetch, compile, run and check test by test; or checks the data themselves.
 *
 * <p>What the contestant's program does wrong is in the result's verdict. What we do wrong never is: test data that cannot be had, or a
 * compiler that is broken, make a {@link JudgeResult.JudgeFailed}; a sandbox at fault throws, since its slot has to be started anew.
 */
public final class Judge {

    private final TestSets testSets;
    private final Compiler compiler;
    private final OfferedLanguages languages;
    private final JuryPrograms juryPrograms;

    /** A judge of these languages. */
    public Judge(TestSets testSets, Compiler compiler, OfferedLanguages languages) {
        this.testSets = testSets;
        this.compiler = compiler;
        this.languages = languages;
        this.juryPrograms = new JuryPrograms(compiler, languages.tools());
    }

    /**
     * Does what is asked for.
     *
     * @throws dev.haetae.worker.sandbox.SandboxException when the sandbox is at fault and has to be started anew
     * @throws JudgingStoppedException when the leash ended it
     */
    public JudgeResult judge(JudgeTask task, Bench bench) throws InterruptedException {
        return switch (task) {
            case JudgeSubmission submission -> judge(submission, bench);
            case JudgeAnswers answers -> judge(answers, bench);
            case RunOnce run -> tryOut(run, bench);
            case CheckPackage check -> check(check, bench);
        };
    }

    private JudgeResult check(CheckPackage task, Bench bench) throws InterruptedException {
        bench.progress().accept(new JudgeProgress.Compiling());
        try (OpenTestSet tests = testSets.open(task.tests())) {
            Submitted model = new Model(compiler, languages).of(tests, bench);
            return new PackageCheck(tests, juryPrograms, model, bench).run();
        } catch (TestDataException e) {
            return failed(e.faulty(), String.valueOf(e.getMessage()));
        }
    }

    private JudgeResult tryOut(RunOnce task, Bench bench) throws InterruptedException {
        bench.progress().accept(new JudgeProgress.Compiling());
        Optional<OfferedLanguage> offered = languages.find(task.language());
        if (offered.isEmpty()) {
            return notOffered(task.language());
        }
        try {
            return new Tryout(task, offered.get(), compiler, bench).run(testSets, juryPrograms);
        } catch (TestDataException e) {
            return failed(e.faulty(), String.valueOf(e.getMessage()));
        } catch (JuryFaultException e) {
            return failed(e.faulty(), String.valueOf(e.getMessage()));
        } catch (LanguageException e) {
            return failed(FaultyPart.LANGUAGE, task.language() + ": " + e.getMessage());
        }
    }

    private static JudgeResult notOffered(String language) {
        return failed(FaultyPart.WORKER, "This worker does not offer the language " + language);
    }

    private JudgeResult judge(JudgeSubmission submission, Bench bench) throws InterruptedException {
        bench.progress().accept(new JudgeProgress.Compiling());
        Optional<OfferedLanguage> offered = languages.find(submission.language());
        if (offered.isEmpty()) {
            return notOffered(submission.language());
        }
        bench.timeline().enter(Stage.FETCH);
        try (OpenTestSet tests = testSets.open(submission.tests())) {
            bench.leash().check();
            if (tests.tests().isEmpty()) {
                return failed(FaultyPart.PROBLEM, "The test set is empty");
            }
            return compileAndRun(submission, offered.get(), tests, bench);
        } catch (TestDataException e) {
            return failed(e.faulty(), String.valueOf(e.getMessage()));
        } catch (JuryFaultException e) {
            return failed(e.faulty(), String.valueOf(e.getMessage()));
        } catch (ScoringFaultException e) {
            return failed(FaultyPart.PROBLEM, String.valueOf(e.getMessage()));
        } catch (LanguageException e) {
            return failed(FaultyPart.LANGUAGE, submission.language() + ": " + e.getMessage());
        }
    }

    private JudgeResult judge(JudgeAnswers task, Bench bench) throws InterruptedException {
        bench.progress().accept(new JudgeProgress.Compiling());
        bench.timeline().enter(Stage.FETCH);
        try (OpenTestSet tests = testSets.open(task.tests())) {
            bench.leash().check();
            bench.timeline().enter(Stage.COMPILE);
            Validation validation = Validation.of(
                            tests, juryPrograms, bench.sandbox(), task.scoring().hasScore())
                    .of(Submitted.of(task.answers()));
            return evaluated(HandedIn.of(tests, validation, task.answers()), task.scoring(), Said.NOTHING, bench);
        } catch (TestDataException e) {
            return failed(e.faulty(), String.valueOf(e.getMessage()));
        } catch (JuryFaultException e) {
            return failed(e.faulty(), String.valueOf(e.getMessage()));
        } catch (ScoringFaultException e) {
            return failed(FaultyPart.PROBLEM, String.valueOf(e.getMessage()));
        }
    }

    private JudgeResult compileAndRun(
            JudgeSubmission submission, OfferedLanguage offered, OpenTestSet tests, Bench bench)
            throws InterruptedException {
        bench.timeline().enter(Stage.COMPILE);
        Source source = new Source(
                BoxName.CONTESTANT,
                offered.language(),
                submission.files(),
                submission.entryPoint(),
                submission.limits());
        return switch (compiler.compile(source, bench.sandbox())) {
            case CompileResult.Rejected(var output) -> new JudgeResult.CompileFailed(offered.version(), output);
            case Compiled program -> run(program, submission, offered, tests, bench);
        };
    }

    private JudgeResult run(
            Compiled program, JudgeSubmission submission, OfferedLanguage offered, OpenTestSet tests, Bench bench)
            throws InterruptedException {
        return switch (ContestantBox.of(bench.sandbox(), program, tests)) {
            case ContestantBox.Result.TooLarge(var reason) -> new JudgeResult.CompileFailed(offered.version(), reason);
            case ContestantBox.Result.Made(var box) -> {
                Validation validation = Validation.of(
                                tests,
                                juryPrograms,
                                bench.sandbox(),
                                submission.scoring().hasScore())
                        .of(box.submitted());
                Limits limits = submission.limits();
                Long stop = submission.stopMillis();
                RunLimits runLimits =
                        TestRun.limits(stop == null ? limits : limits.withTimeMillis(stop), offered.language());
                Duration asOf = Duration.ofMillis(limits.timeMillis());
                TestRun run = new TestRun(
                        bench.sandbox(), box, program, runLimits, asOf, tests, validation, Check.HEAD_BYTES);
                yield evaluated(run, submission.scoring(), new Said(offered.version(), program.output()), bench);
            }
        };
    }

    /** What a compiler says of itself, and said of a program. */
    private record Said(String version, String output) {

        /** Where nothing was compiled. */
        private static final Said NOTHING = new Said("", "");
    }

    private JudgeResult evaluated(TestJudge judge, Scoring scoring, Said compiler, Bench bench)
            throws InterruptedException {
        CustomGrader grader = Graders.of(scoring, judge.tests(), juryPrograms, bench.sandbox());
        List<String> names = judge.tests().tests().stream().map(TestCase::name).toList();
        bench.progress().accept(new JudgeProgress.Running(names.size()));
        JudgedTests judged = new JudgedTests(judge, bench);
        Tally tally = Evaluation.of(scoring, names, judged, grader);
        return new JudgeResult.Judged(
                tally.verdict(),
                tally.score(),
                tally.groups(),
                tally.graded(),
                judged.results(),
                judged.skipped(),
                names.size(),
                compiler.version(),
                compiler.output());
    }

    private static JudgeResult failed(FaultyPart faulty, String cause) {
        return new JudgeResult.JudgeFailed(faulty, cause);
    }
}
