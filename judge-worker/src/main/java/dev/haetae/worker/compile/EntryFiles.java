package dev.haetae.worker.compile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses the source file that a program starts with. */
final class EntryFiles {

    private EntryFiles() {}

    /** The named one if one is named, else the best preferred one, else the first; {@code sources} is not empty. */
    static Entry choose(List<String> sources, @Nullable String named, List<String> preferred) {
        if (named != null) {
            return sources.contains(named)
                    ? new Entry.Found(named)
                    : new Entry.Missing("The entry point " + named + " is not among the sources.");
        }
        return new Entry.Found(
                preferred.stream().filter(sources::contains).findFirst().orElseGet(sources::getFirst));
    }
}
