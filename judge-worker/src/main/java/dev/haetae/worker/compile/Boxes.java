package dev.haetae.worker.compile;

import dev.haetae.common.SourceFile;
import dev.haetae.common.language.Language;
import dev.haetae.worker.sandbox.BoxFile;
import dev.haetae.worker.sandbox.BoxName;
import dev.haetae.worker.sandbox.BoxSpec;
import java.nio.file.Path;
import java.util.List;

/** The boxes that a program is compiled and run in. */
final class Boxes {

    /** The most that a compiler may write, and that a program may keep in /tmp. */
    static final long DISK_BYTES = 256 << 20;

    private static final int INODES = 8_192;

    private Boxes() {}

    /** Writable, with nothing in it but these files. */
    static BoxSpec compiling(BoxName box, Language language, List<SourceFile> files) {
        List<BoxFile> content = files.stream()
                .map(file -> BoxFile.of(file.name(), file.content()))
                .toList();
        return new BoxSpec(box, true, false, content, DISK_BYTES, INODES, mounts(language));
    }

    /** Read-only, with what was compiled. */
    static BoxSpec running(BoxName box, Language language) {
        return new BoxSpec(box, false, true, List.of(), DISK_BYTES, INODES, mounts(language));
    }

    /** Every box shows /usr anyway. */
    private static List<Path> mounts(Language language) {
        return CommandLine.fixed(language.mounts()).stream()
                .map(Path::of)
                .filter(mount -> !mount.startsWith("/usr"))
                .toList();
    }
}
