package dev.haetae.worker.jury;

import dev.haetae.common.ValidationLimits;
import dev.haetae.worker.sandbox.BoxFile;
import dev.haetae.worker.sandbox.BoxName;
import dev.haetae.worker.sandbox.BoxSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The jury's box for one run of a static validator, which finds the submission's files and nothing else in its work directory. */
final class SubmittedBox {

    private static final String SUBMISSION = ValidatorBox.FOLDER + "submission";
    private static final String START = "cd /work/" + SUBMISSION + " && exec \"$@\"";

    /** Block and inode of each file, and room to see that a limit was passed. */
    private static final long FILE_BYTES = 8 << 10;

    private static final long SPARE_BYTES = 1 << 20;
    private static final int SPARE_INODES = 1_024;

    private SubmittedBox() {}

    static BoxSpec of(BuiltProgram program, Submitted submitted, ValidationLimits limits) {
        List<BoxFile> files = new ArrayList<>(program.files());
        for (BoxFile file : submitted.files().files()) {
            files.add(new BoxFile(SUBMISSION + "/" + file.name(), file.content(), file.executable()));
        }
        files.add(BoxFile.directory(ValidatorBox.FEEDBACK));
        long bytes = program.bytes()
                + submitted.files().bytes()
                + limits.outputBytes()
                + files.size() * FILE_BYTES
                + SPARE_BYTES;
        return new BoxSpec(BoxName.JURY, true, false, files, bytes, 2 * files.size() + SPARE_INODES, program.mounts());
    }

    /** A shell changes into the work directory, so that the program's own files have to be named by whole paths. */
    static List<String> command(BuiltProgram program, Submitted submitted, List<String> arguments) {
        Set<String> own = program.files().stream().map(BoxFile::name).collect(Collectors.toSet());
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", START, "sh"));
        program.argv().forEach(part -> command.add(own.contains(part) ? "/work/" + part : part));
        command.addAll(List.of(submitted.language(), submitted.entryPoint(), "/work/" + ValidatorBox.FEEDBACK + "/"));
        command.addAll(arguments);
        return command;
    }
}
