package dev.haetae.worker.judge;

import dev.haetae.common.Limits;
import dev.haetae.common.ModelSolution;
import dev.haetae.common.SourceFile;
import dev.haetae.worker.compile.CompileResult.Compiled;
import dev.haetae.worker.compile.CompileResult.Rejected;
import dev.haetae.worker.compile.Compiler;
import dev.haetae.worker.compile.LanguageException;
import dev.haetae.worker.compile.Source;
import dev.haetae.worker.compile.WorkFiles;
import dev.haetae.worker.jury.Submitted;
import dev.haetae.worker.sandbox.BoxName;
import dev.haetae.worker.testset.OpenTestSet;
import java.util.List;

/** Builds the solution that stands for a submission where output validators are checked. */
record Model(Compiler compiler, OfferedLanguages languages) {

    /** Its files and what was compiled of them; nothing where there is none that can be built here. */
    Submitted of(OpenTestSet tests, Bench bench) throws InterruptedException {
        ModelSolution model = tests.model();
        OfferedLanguage offered =
                model == null ? null : languages.find(model.language()).orElse(null);
        if (model == null || offered == null) {
            return Submitted.NOTHING;
        }
        Source source = new Source(
                BoxName.CONTESTANT, offered.language(), files(model, tests), model.entryPoint(), Limits.DEFAULT);
        try {
            return switch (compiler.compile(source, bench.sandbox())) {
                case Rejected _ -> Submitted.NOTHING;
                case Compiled program -> submitted(program, bench);
            };
        } catch (LanguageException e) {
            return Submitted.NOTHING;
        }
    }

    private static Submitted submitted(Compiled program, Bench bench) {
        return switch (WorkFiles.in(bench.sandbox(), program.box().name())) {
            case WorkFiles.Taken files -> new Submitted(program.language(), program.entry(), files);
            case WorkFiles.Unusable _ -> Submitted.NOTHING;
        };
    }

    private static List<SourceFile> files(ModelSolution model, OpenTestSet tests) {
        return model.files().stream()
                .map(file -> new SourceFile(file.path(), tests.read(file.content())))
                .toList();
    }
}
