package dev.haetae.worker.sandbox;

import java.nio.file.Path;
import java.util.List;

/**
 * What a box is to be like.
 *
 * @param writableWork whether programs may write in {@code /work}
 * @param keepsWork whether {@code /work} keeps the files of the box before, for instance what was compiled there
 * @param files put into {@code /work}, over kept files of the same name
 * @param diskBytes the most that {@code /work} holds, and likewise {@code /tmp}
 * @param inodes the most files, directories and links that {@code /work} holds, and likewise {@code /tmp}
 * @param readOnlyMounts host directories shown at their own path, such as a tool chain outside {@code /usr}
 */
public record BoxSpec(
        BoxName name,
        boolean writableWork,
        boolean keepsWork,
        List<BoxFile> files,
        long diskBytes,
        int inodes,
        List<Path> readOnlyMounts) {

    public BoxSpec {
        if (diskBytes <= 0 || inodes <= 0) {
            throw new IllegalArgumentException("A box needs room: diskBytes " + diskBytes + ", inodes " + inodes);
        }
        files = List.copyOf(files);
        readOnlyMounts = List.copyOf(readOnlyMounts);
    }
}
