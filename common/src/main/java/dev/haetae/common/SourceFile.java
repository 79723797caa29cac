package dev.haetae.common;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One file of a submission.
 *
 * @param name its file name; of a file that the problem includes its path below the work directory
 * @param content its bytes exactly as submitted, NUL included; owned by the record, not to be changed
 */
public record SourceFile(String name, byte[] content) {

    /** Files with others laid over them: those of the same name are replaced. */
    public static List<SourceFile> withIncluded(List<SourceFile> files, List<SourceFile> included) {
        Set<String> replaced = included.stream().map(SourceFile::name).collect(Collectors.toSet());
        return Stream.concat(files.stream().filter(file -> !replaced.contains(file.name())), included.stream())
                .toList();
    }
}
