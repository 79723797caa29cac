package dev.haetae.worker.jury;

import dev.haetae.common.SourceFile;
import dev.haetae.common.ValidationLimits;
import dev.haetae.worker.checker.Feedback;
import dev.haetae.worker.compile.Environment;
import dev.haetae.worker.sandbox.BoxFile;
import dev.haetae.worker.sandbox.BoxName;
import dev.haetae.worker.sandbox.BoxSpec;
import dev.haetae.worker.sandbox.OutputReader;
import dev.haetae.worker.sandbox.RunReport;
import dev.haetae.worker.sandbox.RunSpec;
import dev.haetae.worker.sandbox.Sandbox;
import dev.haetae.worker.sandbox.Stdin;
import java.util.List;

/**
 * Builds a program that says itself, by {@code build} and {@code run}, how. A shell starts them, as a script without a first line that names
 * its interpreter could not be started otherwise.
 */
record ScriptBuild(String program, ValidationLimits limits, Sandbox sandbox) {

    /** What is laid into a box is somebody else's: only of its own files can a script change the mode, as many do of their run. */
    private static final String OWN_FILES =
            "for file in *; do [ ! -f \"$file\" ] || { cp \"$file\" .own && mv -f .own \"$file\"; } || exit; done; ";

    private static final int PROCESSES = 64;
    private static final long DISK_BYTES = 256 << 20;
    private static final int INODES = 8_192;
    private static final int STDERR_BYTES = 2 << 10;

    BuiltProgram build(List<SourceFile> sources) {
        List<BoxFile> files = sources.stream().map(ScriptBuild::boxFile).toList();
        sandbox.open(new BoxSpec(BoxName.JURY, true, false, files, DISK_BYTES, INODES, List.of()));
        if (has(files, "build")) {
            runBuild();
        }
        BuiltFiles built = BuiltFiles.in(sandbox, program);
        if (!has(built.files(), "run")) {
            throw JuryFaultException.of(program, " has no run, and its build makes none");
        }
        return new BuiltProgram(
                built.files(),
                built.bytes(),
                List.of("/bin/sh", "-c", "exec /work/run \"$@\"", "run"),
                Environment.COMMON,
                List.of(),
                PROCESSES,
                0);
    }

    private void runBuild() {
        RunReport report = sandbox.run(
                new RunSpec(
                        BoxName.JURY,
                        List.of("/bin/sh", "-c", OWN_FILES + "exec ./build"),
                        Environment.COMMON,
                        new Stdin.Empty(),
                        JuryLimits.of(limits, PROCESSES, 0, DISK_BYTES),
                        STDERR_BYTES),
                OutputReader.ignoring());
        String fault = JuryLimits.fault(report, limits);
        int code = fault == null ? JuryLimits.exitCode(report) : 0;
        if (fault != null || code != 0) {
            String how = fault == null ? " ended with exit code " + code : fault;
            throw JuryFaultException.of(program + "/build", how + ": " + Feedback.text(report.stderrHead()));
        }
    }

    private static BoxFile boxFile(SourceFile file) {
        BoxFile boxFile = BoxFile.of(file.name(), file.content());
        return file.name().equals("build") || file.name().equals("run") ? boxFile.asExecutable() : boxFile;
    }

    private static boolean has(List<BoxFile> files, String name) {
        return files.stream().anyMatch(file -> file.name().equals(name));
    }
}
