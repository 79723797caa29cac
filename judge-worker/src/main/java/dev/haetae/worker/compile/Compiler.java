package dev.haetae.worker.compile;

import dev.haetae.common.Limits;
import dev.haetae.common.language.EntryRule;
import dev.haetae.common.language.Language;
import dev.haetae.worker.sandbox.BoxName;
import dev.haetae.worker.sandbox.Ending;
import dev.haetae.worker.sandbox.RunLimits;
import dev.haetae.worker.sandbox.RunReport;
import dev.haetae.worker.sandbox.RunSpec;
import dev.haetae.worker.sandbox.Sandbox;
import dev.haetae.worker.sandbox.SandboxException;
import dev.haetae.worker.sandbox.Stdin;
import java.time.Duration;
import java.util.List;

/**
 * Compiles a program in a box where it may write, and leaves there what is to be run. What the compiler rejects, and what passes the
 * compile limits, is its author's and comes back as {@link CompileResult.Rejected}; everything else that goes wrong is ours and
 * thrown.
 */
public final class Compiler {

    /** Compiles; what was built stays in the sandbox for {@link CompileResult.Compiled#box()}. */
    public CompileResult compile(Source source, Sandbox sandbox) {
        if (source.names().isEmpty()) {
            return new CompileResult.Rejected(
                    "No file is a source of " + source.language().name() + ": they end in ."
                            + String.join(", .", source.language().extensions()));
        }
        return switch (entryFile(source)) {
            case Entry.Missing(var reason) -> new CompileResult.Rejected(reason);
            case Entry.Found(var file) -> build(source, file, sandbox);
        };
    }

    /**
     * The first line of what a language's tool says of its version.
     *
     * @throws LanguageException when it says nothing
     */
    public String version(Language language, Sandbox sandbox) {
        Source none = new Source(BoxName.CONTESTANT, language, List.of(), null, Limits.DEFAULT);
        sandbox.open(Boxes.compiling(none.box(), language, List.of()));
        ToolOutput output = new ToolOutput();
        RunReport report = sandbox.run(spec(CommandLine.fixed(language.version()), none), output);
        output.add(report.stderrHead());
        return output.text("")
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(String::strip)
                .orElseThrow(() -> new LanguageException(
                        String.join(" ", language.version()) + " says nothing: " + report.ending()));
    }

    private static CompileResult build(Source source, String entryFile, Sandbox sandbox) {
        sandbox.open(Boxes.compiling(source.box(), source.language(), source.files()));
        ToolOutput output = new ToolOutput();
        for (List<String> command : CommandLine.compile(source.language().compile(), source.names(), entryFile)) {
            RunReport report = sandbox.run(spec(command, source), output);
            output.add(report.stderrHead());
            if (!succeeded(report)) {
                return new CompileResult.Rejected(output.text(failure(report, source.limits())));
            }
        }
        return switch (entry(source, entryFile, sandbox)) {
            case Entry.Missing(var reason) -> new CompileResult.Rejected(output.text(reason));
            case Entry.Found(var entry) -> compiled(source, entry, output);
        };
    }

    private static CompileResult compiled(Source source, String entry, ToolOutput output) {
        Language language = source.language();
        return new CompileResult.Compiled(
                Boxes.running(source.box(), language),
                CommandLine.run(language.run(), entry, source.limits().memoryBytes()),
                Environment.of(language),
                output.text(""),
                language.id(),
                entry);
    }

    /** Where a class is started, it is known only after compiling. */
    private static Entry entryFile(Source source) {
        return switch (source.language().entry()) {
            case EntryRule.MainFile(var prefer) -> EntryFiles.choose(source.names(), source.entryPoint(), prefer);
            case EntryRule.AllSources(), EntryRule.MainClass(var _) ->
                new Entry.Found(source.names().getFirst());
        };
    }

    private static Entry entry(Source source, String entryFile, Sandbox sandbox) {
        return switch (source.language().entry()) {
            case EntryRule.MainClass(var prefer) ->
                EntryClasses.choose(
                        LaunchableClasses.among(CompiledClasses.in(source.box(), sandbox)),
                        source.entryPoint(),
                        prefer);
            case EntryRule.AllSources(), EntryRule.MainFile(var _) -> new Entry.Found(entryFile);
        };
    }

    private static RunSpec spec(List<String> command, Source source) {
        Duration time = Duration.ofMillis(source.limits().compileTimeMillis());
        RunLimits limits = new RunLimits(
                time,
                RunLimits.wallGuard(time),
                source.limits().compileMemoryBytes(),
                Boxes.DISK_BYTES,
                source.language().processes(),
                0);
        return new RunSpec(
                source.box(),
                command,
                Environment.of(source.language()),
                new Stdin.Empty(),
                limits,
                ToolOutput.HEAD_BYTES);
    }

    private static boolean succeeded(RunReport report) {
        return switch (report.killed()) {
            case NONE -> report.ending().equals(new Ending.Exited(0)) && !report.outputOverLimit();
            case MEMORY, CPU, WALL -> false;
            case CANCEL, PARTNER -> throw new SandboxException("Compiling was ended from outside");
        };
    }

    /** A sentence for what the compiler itself cannot have said, else nothing. */
    private static String failure(RunReport report, Limits limits) {
        return switch (report.killed()) {
            case CPU, WALL -> "Compiling took longer than %d ms.".formatted(limits.compileTimeMillis());
            case MEMORY -> "Compiling needed more than %d MiB of memory.".formatted(limits.compileMemoryBytes() >> 20);
            case NONE, CANCEL, PARTNER -> {
                if (report.outputOverLimit()) {
                    yield "Compiling wrote more than %d MiB.".formatted(Boxes.DISK_BYTES >> 20);
                }
                yield switch (report.ending()) {
                    case Ending.Exited(var _) -> "";
                    case Ending.Signalled(var signal) -> "The compiler was ended by signal %d.".formatted(signal);
                };
            }
        };
    }
}
