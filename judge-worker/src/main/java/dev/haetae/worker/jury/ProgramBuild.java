package dev.haetae.worker.jury;

import dev.haetae.common.FileRef;
import dev.haetae.common.JudgeResult.FaultyPart;
import dev.haetae.common.Limits;
import dev.haetae.common.ProgramSpec;
import dev.haetae.common.SourceFile;
import dev.haetae.common.ValidationLimits;
import dev.haetae.common.language.Language;
import dev.haetae.worker.checker.Feedback;
import dev.haetae.worker.compile.CompileResult;
import dev.haetae.worker.compile.Compiler;
import dev.haetae.worker.compile.Source;
import dev.haetae.worker.sandbox.BoxName;
import dev.haetae.worker.sandbox.Sandbox;
import dev.haetae.worker.testset.OpenTestSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Compiles programs of the jury, in the jury's box. */
final class ProgramBuild {

    /** Where partial points begin among testlib's exit codes. */
    private static final String PARTIAL_POINTS = "-DPC_BASE_EXIT_CODE=" + TestlibEnd.PARTIAL;

    private final Compiler compiler;
    private final List<Language> languages;

    ProgramBuild(Compiler compiler, List<Language> languages) {
        this.compiler = compiler;
        this.languages = languages;
    }

    /**
     * Compiles.
     *
     * @throws JuryFaultException when that cannot be done, naming the program
     */
    BuiltProgram build(ProgramSpec program, ValidationLimits limits, OpenTestSet tests, Sandbox sandbox) {
        List<SourceFile> files = files(program, tests);
        String id = program.language();
        if (id == null) {
            return new ScriptBuild(program.name(), limits, sandbox).build(files);
        }
        Language offered = languages.stream()
                .filter(language -> language.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new JuryFaultException(
                        FaultyPart.WORKER, "This worker does not offer " + id + ", the language of " + program.name()));
        Language language = program.speaksTestlib() ? offered.compiledWith(PARTIAL_POINTS) : offered;
        Source source = new Source(BoxName.JURY, language, files, null, limits(limits));
        return switch (compiler.compile(source, sandbox)) {
            case CompileResult.Rejected(var output) ->
                throw JuryFaultException.of(
                        program.name(), " does not compile: " + Feedback.text(output.getBytes(StandardCharsets.UTF_8)));
            case CompileResult.Compiled compiled -> built(language, compiled, BuiltFiles.in(sandbox, program.name()));
        };
    }

    private static BuiltProgram built(Language language, CompileResult.Compiled compiled, BuiltFiles files) {
        return new BuiltProgram(
                files.files(),
                files.bytes(),
                compiled.argv(),
                compiled.environment(),
                compiled.box().readOnlyMounts(),
                language.processes(),
                language.memoryOverheadBytes());
    }

    private static List<SourceFile> files(ProgramSpec program, OpenTestSet tests) {
        List<SourceFile> files = new ArrayList<>();
        for (FileRef file : program.files()) {
            try {
                files.add(new SourceFile(file.path(), Files.readAllBytes(tests.file(file.content()))));
            } catch (IOException e) {
                throw new UncheckedIOException(program.name() + " cannot be read", e);
            }
        }
        return files;
    }

    private static Limits limits(ValidationLimits limits) {
        return new Limits(
                limits.timeMillis(),
                limits.memoryBytes(),
                limits.outputBytes(),
                Limits.DEFAULT.codeBytes(),
                limits.timeMillis(),
                limits.memoryBytes());
    }
}
