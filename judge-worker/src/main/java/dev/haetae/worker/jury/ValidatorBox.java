package dev.haetae.worker.jury;

import dev.haetae.common.TestCase;
import dev.haetae.common.ValidationLimits;
import dev.haetae.common.scoring.Claim;
import dev.haetae.worker.checker.Feedback;
import dev.haetae.worker.sandbox.BoxFile;
import dev.haetae.worker.sandbox.BoxName;
import dev.haetae.worker.sandbox.BoxSpec;
import dev.haetae.worker.sandbox.Sandbox;
import dev.haetae.worker.testset.OpenTestSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The jury's box for one run of a validator, as the package's page draws it. */
final class ValidatorBox {

    static final String FOLDER = ".test/";

    private static final String INPUT = FOLDER + "input";
    private static final String ANSWER = FOLDER + "answer";
    private static final String OUTPUT = FOLDER + "output";
    static final String FEEDBACK = FOLDER + "feedback";
    private static final String WRITTEN = FEEDBACK + "/output";

    /** Block and inode of each file, and room to see that a limit was passed. */
    static final long FILE_BYTES = 8 << 10;

    private static final long SPARE_BYTES = 1 << 20;
    private static final int SPARE_INODES = 1_024;
    private static final int MOST_MESSAGE_BYTES = 32 << 20;

    private ValidatorBox() {}

    /**
     * A box with the files of a test.
     *
     * @param outputBytes what has to find room beside them
     */
    static BoxSpec of(BuiltProgram program, TestCase test, OpenTestSet tests, long outputBytes) {
        List<BoxFile> files = new ArrayList<>(program.files());
        files.add(BoxFile.copyOf(INPUT, tests.file(test.input())));
        files.add(BoxFile.copyOf(ANSWER, tests.file(test.answer())));
        files.add(BoxFile.directory(FEEDBACK));
        long bytes = program.bytes()
                + test.input().sizeBytes()
                + test.answer().sizeBytes()
                + outputBytes
                + files.size() * FILE_BYTES
                + SPARE_BYTES;
        return new BoxSpec(BoxName.JURY, true, false, files, bytes, 2 * files.size() + SPARE_INODES, program.mounts());
    }

    /** The box of the first pass once more, with what the validator left in it and another input. */
    static BoxSpec again(BoxSpec first, Path input) {
        return new BoxSpec(
                first.name(),
                first.writableWork(),
                true,
                List.of(BoxFile.copyOf(INPUT, input)),
                first.diskBytes(),
                first.inodes(),
                first.readOnlyMounts());
    }

    /** The same box with a contestant's output beside the answer. */
    static BoxSpec with(Path output, BoxSpec box) {
        List<BoxFile> files = new ArrayList<>(box.files());
        files.add(BoxFile.copyOf(OUTPUT, output));
        return new BoxSpec(
                box.name(),
                box.writableWork(),
                box.keepsWork(),
                files,
                box.diskBytes() + size(output) + FILE_BYTES,
                box.inodes() + 1,
                box.readOnlyMounts());
    }

    private static long size(Path output) {
        try {
            return Files.size(output);
        } catch (IOException e) {
            throw new UncheckedIOException("A program's output cannot be read", e);
        }
    }

    /** The command with the arguments that every validator gets, and its own. */
    static List<String> command(BuiltProgram program, List<String> arguments) {
        List<String> command = new ArrayList<>(program.argv());
        command.addAll(List.of("/work/" + INPUT, "/work/" + ANSWER, "/work/" + FEEDBACK + "/"));
        command.addAll(arguments);
        return command;
    }

    /** The command of a static validator, which gets neither an input nor an answer. */
    static List<String> looking(BuiltProgram program, Submitted submitted, List<String> arguments) {
        List<String> command = new ArrayList<>(program.argv());
        command.addAll(List.of(submitted.language(), submitted.entryPoint(), "/work/" + FEEDBACK + "/"));
        command.addAll(arguments);
        return command;
    }

    /** The command of a testlib checker. */
    static List<String> checking(BuiltProgram program) {
        return testlib(program, OUTPUT);
    }

    /** The command of a testlib interactor, which writes for its checker. */
    static List<String> interacting(BuiltProgram program) {
        return testlib(program, WRITTEN);
    }

    private static List<String> testlib(BuiltProgram program, String output) {
        List<String> command = new ArrayList<>(program.argv());
        command.addAll(List.of("/work/" + INPUT, "/work/" + output, "/work/" + ANSWER));
        return command;
    }

    /** What a testlib interactor that ended within its limits wrote for its checker. */
    static byte[] written(Sandbox sandbox, ValidationLimits limits) {
        int most = (int) Math.min(limits.outputBytes(), MOST_MESSAGE_BYTES);
        return sandbox.fetch(BoxName.JURY, WRITTEN, most).orElse(new byte[0]);
    }

    /** What a validator that ended left in its feedback directory. What is no regular file says nothing. */
    static Feedback feedback(Sandbox sandbox, ValidationLimits limits) {
        return new Feedback(message(sandbox, "teammessage.txt", limits), message(sandbox, "judgemessage.txt", limits));
    }

    /** What it left there of the test's worth. */
    static Claim claim(Sandbox sandbox, ValidationLimits limits) {
        return Claim.of(
                file(sandbox, Claim.SCORE_FILE, limits).orElse(null),
                file(sandbox, Claim.MULTIPLIER_FILE, limits).orElse(null));
    }

    private static Optional<byte[]> file(Sandbox sandbox, String name, ValidationLimits limits) {
        int most = (int) Math.min(limits.outputBytes(), MOST_MESSAGE_BYTES);
        return sandbox.fetch(BoxName.JURY, FEEDBACK + "/" + name, most);
    }

    private static @Nullable String message(Sandbox sandbox, String name, ValidationLimits limits) {
        return file(sandbox, name, limits)
                .map(Feedback::text)
                .filter(text -> !text.isBlank())
                .orElse(null);
    }
}
