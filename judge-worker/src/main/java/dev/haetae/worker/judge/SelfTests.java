package dev.haetae.worker.judge;

import dev.haetae.common.Limits;
import dev.haetae.common.SourceFile;
import dev.haetae.common.language.Language;
import dev.haetae.worker.compile.CompileResult;
import dev.haetae.worker.compile.Compiler;
import dev.haetae.worker.compile.LanguageException;
import dev.haetae.worker.compile.Source;
import dev.haetae.worker.sandbox.BoxName;
import dev.haetae.worker.sandbox.Ending;
import dev.haetae.worker.sandbox.Killed;
import dev.haetae.worker.sandbox.RunReport;
import dev.haetae.worker.sandbox.RunSpec;
import dev.haetae.worker.sandbox.Sandbox;
import dev.haetae.worker.sandbox.SandboxException;
import dev.haetae.worker.sandbox.Stdin;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Proves that a language works on this worker: its self-test is compiled and run like a submission. */
public final class SelfTests {

    private static final int MOST_OUTPUT_BYTES = 4 << 10;

    private final Compiler compiler;

    /** Self-tests by this compiler. */
    public SelfTests(Compiler compiler) {
        this.compiler = compiler;
    }

    /**
     * Asks a language's compiler for its version and runs the language's self-test.
     *
     * @throws LanguageException saying what went wrong, when anything does
     */
    public OfferedLanguage prove(Language language, Sandbox sandbox) {
        OfferedLanguage offered = identify(language, sandbox);
        prove(offered, sandbox);
        return offered;
    }

    /**
     * Asks a language's compiler for its version, and proves nothing but that it can say so.
     *
     * @throws LanguageException when it does not
     */
    public OfferedLanguage identify(Language language, Sandbox sandbox) {
        try {
            return new OfferedLanguage(language, compiler.version(language, sandbox));
        } catch (SandboxException e) {
            throw new LanguageException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Runs a language's self-test.
     *
     * @throws LanguageException saying what went wrong, when anything does
     */
    public void prove(OfferedLanguage offered, Sandbox sandbox) {
        Language language = offered.language();
        try {
            SourceFile file = new SourceFile(
                    language.selfTest().file(), language.selfTest().source().getBytes(StandardCharsets.UTF_8));
            Source source = new Source(BoxName.CONTESTANT, language, List.of(file), null, Limits.DEFAULT);
            switch (compiler.compile(source, sandbox)) {
                case CompileResult.Rejected(var output) ->
                    throw new LanguageException(
                            "its self-test does not compile: " + output.strip().replace("\n", "; "));
                case CompileResult.Compiled program -> run(language, program, sandbox);
            }
        } catch (SandboxException e) {
            throw new LanguageException(String.valueOf(e.getMessage()), e);
        }
    }

    private static void run(Language language, CompileResult.Compiled program, Sandbox sandbox) {
        sandbox.open(program.box());
        byte[][] stdout = {new byte[0]};
        RunReport report =
                sandbox.run(spec(language, program), output -> stdout[0] = output.readNBytes(MOST_OUTPUT_BYTES));
        if (report.killed() != Killed.NONE || !report.ending().equals(new Ending.Exited(0))) {
            String stderr = new String(report.stderrHead(), StandardCharsets.UTF_8).strip();
            throw new LanguageException(
                    "its self-test ends with %s, %s: %s".formatted(report.ending(), report.killed(), stderr));
        }
        String output = new String(stdout[0], StandardCharsets.UTF_8).strip();
        if (!output.equals(language.selfTest().output().strip())) {
            throw new LanguageException("its self-test writes \"" + output + "\"");
        }
    }

    private static RunSpec spec(Language language, CompileResult.Compiled program) {
        return new RunSpec(
                BoxName.CONTESTANT,
                program.argv(),
                program.environment(),
                new Stdin.Bytes(language.selfTest().input().getBytes(StandardCharsets.UTF_8)),
                TestRun.limits(Limits.DEFAULT, language),
                MOST_OUTPUT_BYTES);
    }
}
