package dev.haetae.worker.judge;

import dev.haetae.common.Head;
import dev.haetae.common.Invocation;
import dev.haetae.common.TestResult;
import dev.haetae.worker.checker.Comparison;
import dev.haetae.worker.checker.HeadReader;
import dev.haetae.worker.compile.CompileResult.Compiled;
import dev.haetae.worker.sandbox.BoxName;
import dev.haetae.worker.sandbox.RunLimits;
import dev.haetae.worker.sandbox.RunReport;
import dev.haetae.worker.sandbox.RunSpec;
import dev.haetae.worker.sandbox.Sandbox;
import dev.haetae.worker.sandbox.Stdin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs a compiled program once, in the open box of a sandbox, for somebody who wants to see what it does. */
final class SingleRun {

    /** How much is shown of each output: whoever tries a program out reads more of it than a report holds of a test. */
    static final int HEAD_BYTES = 64 << 10;

    private SingleRun() {}

    static TestResult of(Sandbox sandbox, Compiled program, Invocation how, RunLimits limits, Stdin stdin) {
        List<String> command = new ArrayList<>(program.argv());
        command.addAll(how.arguments());
        HeadReader stdout = new HeadReader(HEAD_BYTES);
        RunSpec spec = new RunSpec(BoxName.CONTESTANT, command, program.environment(), stdin, limits, HEAD_BYTES + 1);
        RunReport run = sandbox.run(spec, stdout);
        Judgement judgement = Verdicts.of(run, Comparison.Same::new);
        Head streamed = stdout.head();
        String file = how.outputFile();
        if (file != null) {
            OutputFile.read(sandbox, file, limits.outputBytes(), stdout);
        }
        return new TestResult(
                1,
                "run",
                "run",
                judgement.verdict(),
                judgement.reason(),
                TestRun.exitCode(run.ending()),
                TestRun.signal(run.ending()),
                run.cpu().toMillis(),
                run.wall().toMillis(),
                run.memoryPeakBytes(),
                null,
                null,
                stdout.head(),
                stderr(run, streamed.sizeBytes()));
    }

    private static Head stderr(RunReport run, long stdoutBytes) {
        byte[] head = run.stderrHead();
        return head.length <= HEAD_BYTES
                ? Head.of(head, head.length)
                : Head.of(Arrays.copyOf(head, HEAD_BYTES), run.outputBytes() - stdoutBytes);
    }
}
