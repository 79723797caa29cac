package dev.haetae.worker.compile;

import dev.haetae.worker.sandbox.BoxFile;
import dev.haetae.worker.sandbox.BoxName;
import dev.haetae.worker.sandbox.Sandbox;
import java.util.List;

/** What a box's work directory holds when a program was built there, taken out to be laid down again. */
public sealed interface WorkFiles {

    /** These files, of so many bytes together. */
    record Taken(List<BoxFile> files, long bytes) implements WorkFiles {

        public Taken {
            files = List.copyOf(files);
        }
    }

    /**
     * They cannot be taken.
     *
     * @param reason to go on behind the program's name
     */
    record Unusable(String reason) implements WorkFiles {}

    /** Takes the files, up to 32 MiB each and 64 MiB in all, out of an open box in which nothing runs. Links are left behind. */
    static WorkFiles in(Sandbox sandbox, BoxName box) {
        return new WorkListing(sandbox, box).taken();
    }
}
