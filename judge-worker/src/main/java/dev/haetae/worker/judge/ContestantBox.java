package dev.haetae.worker.judge;

import dev.haetae.common.FileRef;
import dev.haetae.common.Invocation;
import dev.haetae.common.TestCase;
import dev.haetae.worker.compile.CompileResult.Compiled;
import dev.haetae.worker.compile.WorkFiles;
import dev.haetae.worker.jury.Submitted;
import dev.haetae.worker.sandbox.BoxFile;
import dev.haetae.worker.sandbox.BoxSpec;
import dev.haetae.worker.sandbox.Sandbox;
import dev.haetae.worker.testset.OpenTestSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The contestant's box, as each run needs it. Where no test brings files and none may write any, what was compiled simply stays in a work
 * directory that nobody can write to. Otherwise it was taken out, and every run that differs from the one before gets a work directory made of it.
 */
final class ContestantBox {

    private final Sandbox sandbox;
    private final Compiled program;
    private final OpenTestSet tests;
    private final WorkFiles.@Nullable Taken compiled;
    private boolean open;

    private ContestantBox(Sandbox sandbox, Compiled program, OpenTestSet tests, WorkFiles.@Nullable Taken compiled) {
        this.sandbox = sandbox;
        this.program = program;
        this.tests = tests;
        this.compiled = compiled;
    }

    /** What making a box has come to. */
    sealed interface Result {

        /** It can be used. */
        record Made(ContestantBox box) implements Result {}

        /**
         * What was compiled cannot be laid down again.
         *
         * @param reason a sentence for the contestant
         */
        record TooLarge(String reason) implements Result {}
    }

    /** A box for a program that was compiled in this sandbox, before anything else is done there. */
    static Result of(Sandbox sandbox, Compiled program, OpenTestSet tests) {
        if (tests.tests().stream().noneMatch(ContestantBox::needsFiles)) {
            return new Result.Made(new ContestantBox(sandbox, program, tests, null));
        }
        return switch (WorkFiles.in(sandbox, program.box().name())) {
            case WorkFiles.Taken taken -> new Result.Made(new ContestantBox(sandbox, program, tests, taken));
            case WorkFiles.Unusable(var reason) -> new Result.TooLarge("The compiled program" + reason + ".");
        };
    }

    private static boolean needsFiles(TestCase test) {
        return test.checker().seesSubmission() || test.howToRun().changesWorkDirectory();
    }

    /** What was submitted and compiled, where validators look at it. */
    Submitted submitted() {
        return compiled == null ? Submitted.NOTHING : new Submitted(program.language(), program.entry(), compiled);
    }

    /** Makes it ready for the next run on a test. */
    void prepare(TestCase test) {
        Invocation how = test.howToRun();
        boolean asIs = !how.changesWorkDirectory() && !how.repeats();
        if (!open || !asIs) {
            sandbox.open(spec(test, how));
        }
        open = asIs;
    }

    private BoxSpec spec(TestCase test, Invocation how) {
        BoxSpec kept = program.box();
        if (compiled == null) {
            return kept;
        }
        List<FileRef> given = new ArrayList<>(how.files());
        String input = how.inputFile();
        if (input != null) {
            given.add(new FileRef(input, test.input()));
        }
        List<BoxFile> files = new ArrayList<>(compiled.files());
        long bytes = compiled.bytes();
        for (FileRef file : given) {
            files.removeIf(other -> other.name().equals(file.path()));
            files.add(BoxFile.copyOf(file.path(), tests.file(file.content())));
            bytes += file.content().sizeBytes();
        }
        return new BoxSpec(
                kept.name(),
                how.writesFiles() || how.outputFile() != null,
                false,
                files,
                kept.diskBytes() + bytes,
                kept.inodes() + 2 * files.size(),
                kept.readOnlyMounts());
    }
}
