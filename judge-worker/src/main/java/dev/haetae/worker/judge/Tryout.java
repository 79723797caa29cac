package dev.haetae.worker.judge;

import dev.haetae.common.CheckerSpec;
import dev.haetae.common.Invocation;
import dev.haetae.common.JudgeProgress;
import dev.haetae.common.JudgeResult;
import dev.haetae.common.JudgeResult.FaultyPart;
import dev.haetae.common.JudgeTask.RunOnce;
import dev.haetae.common.JudgeTask.RunOnce.NamedTest;
import dev.haetae.common.NamedFiles;
import dev.haetae.common.TestCase;
import dev.haetae.common.TestResult;
import dev.haetae.worker.compile.CompileResult;
import dev.haetae.worker.compile.CompileResult.Compiled;
import dev.haetae.worker.compile.Compiler;
import dev.haetae.worker.compile.Source;
import dev.haetae.worker.judge.Timeline.Stage;
import dev.haetae.worker.jury.JuryPrograms;
import dev.haetae.worker.jury.Validation;
import dev.haetae.worker.sandbox.BoxFile;
import dev.haetae.worker.sandbox.BoxName;
import dev.haetae.worker.sandbox.BoxSpec;
import dev.haetae.worker.sandbox.RunLimits;
import dev.haetae.worker.sandbox.Stdin;
import dev.haetae.worker.testset.OpenTestSet;
import dev.haetae.worker.testset.TestDataException;
import dev.haetae.worker.testset.TestSets;
import java.util.List;

/** Compiles a program and runs it for somebody who wants to see what it does, on an input or on a test. */
record Tryout(RunOnce task, OfferedLanguage offered, Compiler compiler, Bench bench) {

    /** More than a report shows of a test: it is all that whoever tries something out gets to see. */
    private static final int HEAD_BYTES = SingleRun.HEAD_BYTES;

    /**
     * Does it.
     *
     * @throws TestDataException when the test cannot be had
     * @throws dev.haetae.worker.jury.JuryFaultException when its interactor did not do its part
     */
    JudgeResult run(TestSets testSets, JuryPrograms juryPrograms) throws InterruptedException {
        bench.timeline().enter(Stage.COMPILE);
        Source source =
                new Source(BoxName.CONTESTANT, offered.language(), task.files(), task.entryPoint(), task.limits());
        return switch (compiler.compile(source, bench.sandbox())) {
            case CompileResult.Rejected(var output) -> new JudgeResult.CompileFailed(offered.version(), output);
            case Compiled program -> {
                NamedTest test = task.test();
                yield test == null ? onInput(program) : onTest(program, test, testSets, juryPrograms);
            }
        };
    }

    private JudgeResult onInput(Compiled program) {
        bench.sandbox().open(box(program.box()));
        begin();
        Invocation how = new Invocation(1, List.of(), List.of(), false, task.named());
        Stdin stdin = how.inputFile() == null ? new Stdin.Bytes(task.stdin()) : new Stdin.Empty();
        return ran(SingleRun.of(bench.sandbox(), program, how, limits(), stdin), program);
    }

    /** With the input, where that lies in a file. */
    private BoxSpec box(BoxSpec kept) {
        NamedFiles named = task.named();
        if (named == null) {
            return kept;
        }
        String input = named.input();
        return new BoxSpec(
                kept.name(),
                named.output() != null,
                kept.keepsWork(),
                input == null ? List.of() : List.of(BoxFile.of(input, task.stdin())),
                kept.diskBytes(),
                kept.inodes(),
                kept.readOnlyMounts());
    }

    private JudgeResult onTest(Compiled program, NamedTest named, TestSets testSets, JuryPrograms juryPrograms)
            throws InterruptedException {
        try (OpenTestSet tests = testSets.open(named.set())) {
            TestCase test = tests.tests().stream()
                    .filter(each -> each.name().equals(named.name()))
                    .findFirst()
                    .orElseThrow(
                            () -> new TestDataException(FaultyPart.PROBLEM, "There is no test " + named.name(), null));
            return switch (ContestantBox.of(bench.sandbox(), program, tests)) {
                case ContestantBox.Result.TooLarge(var reason) ->
                    new JudgeResult.CompileFailed(offered.version(), reason);
                case ContestantBox.Result.Made(var box)
                when isTalkedWith(test) -> {
                    Validation validation = Validation.of(tests, juryPrograms, bench.sandbox(), false)
                            .of(box.submitted());
                    begin();
                    yield talk(
                            new TestRun(
                                    bench.sandbox(),
                                    box,
                                    program,
                                    limits(),
                                    limits().cpu(),
                                    tests,
                                    validation,
                                    HEAD_BYTES),
                            test);
                }
                case ContestantBox.Result.Made(var box) -> {
                    begin();
                    box.prepare(test);
                    yield ran(
                            SingleRun.of(
                                    bench.sandbox(), program, test.howToRun(), limits(), TestRun.input(test, tests)),
                            program);
                }
            };
        }
    }

    /** Whether more than the input is needed to run it at all. */
    private static boolean isTalkedWith(TestCase test) {
        return test.checker() instanceof CheckerSpec.Interactor
                || test.howToRun().repeats();
    }

    private JudgeResult talk(TestRun run, TestCase test) {
        List<PassResult> passes = run.runs(test);
        return new JudgeResult.Ran(
                run.result(test, 1, passes).result(),
                offered.version(),
                run.program().output(),
                Conversation.of(passes.stream().map(PassResult::said).toList(), HEAD_BYTES));
    }

    private void begin() {
        bench.progress().accept(new JudgeProgress.Running(1));
        bench.timeline().enter(Stage.TEST);
    }

    private RunLimits limits() {
        return TestRun.limits(task.limits(), offered.language());
    }

    private JudgeResult ran(TestResult run, Compiled program) {
        return new JudgeResult.Ran(run, offered.version(), program.output());
    }
}
