package dev.haetae.worker.jury;

import dev.haetae.common.SourceFile;
import dev.haetae.worker.compile.WorkFiles;
import dev.haetae.worker.sandbox.BoxFile;
import dev.haetae.worker.sandbox.BoxSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * What was submitted, for validators whose work directory holds it.
 *
 * @param language id of its language
 * @param entryPoint the file or the class that is started
 * @param files its own, what was compiled of them, and what the problem includes
 */
public record Submitted(String language, String entryPoint, WorkFiles.Taken files) {

    /** Where nobody looks at it. */
    public static final Submitted NOTHING = new Submitted("", "", new WorkFiles.Taken(List.of(), 0));

    static final String FOLDER = ValidatorBox.FOLDER + "submission";

    /** Answers, each in a file that is called as its test is. */
    public static Submitted of(List<SourceFile> answers) {
        List<BoxFile> files = answers.stream()
                .map(answer -> BoxFile.of(answer.name() + ".out", answer.content()))
                .toList();
        long bytes =
                answers.stream().mapToLong(answer -> answer.content().length).sum();
        return new Submitted("", "", new WorkFiles.Taken(files, bytes));
    }

    /** The same box with these files. */
    BoxSpec in(BoxSpec box) {
        List<BoxFile> all = new ArrayList<>(box.files());
        all.add(BoxFile.directory(FOLDER));
        for (BoxFile file : files.files()) {
            all.add(new BoxFile(FOLDER + "/" + file.name(), file.content(), file.executable()));
        }
        int added = all.size() - box.files().size();
        return new BoxSpec(
                box.name(),
                box.writableWork(),
                box.keepsWork(),
                all,
                box.diskBytes() + files.bytes() + added * ValidatorBox.FILE_BYTES,
                box.inodes() + 2 * added,
                box.readOnlyMounts());
    }
}
