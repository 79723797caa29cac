package dev.haetae.worker.compile;

import dev.haetae.common.Limits;
import dev.haetae.common.SourceFile;
import dev.haetae.common.language.Language;
import dev.haetae.worker.sandbox.BoxName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be compiled.
 *
 * @param box where it is compiled and is to be run
 * @param files their names may be paths below the work directory
 * @param entryPoint what to start, as its author named it, or null to find it by the language's rule
 * @param limits of the problem, for compiling and for running
 */
public record Source(
        BoxName box,
        Language language,
        List<SourceFile> files,
        @Nullable String entryPoint,
        Limits limits) {

    public Source {
        files = List.copyOf(files);
    }

    /** Names of the files that are sources of the language, in the order in which they were submitted. */
    List<String> names() {
        return files.stream().map(SourceFile::name).filter(language::isSource).toList();
    }
}
