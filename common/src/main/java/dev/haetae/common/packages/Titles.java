package dev.haetae.common.packages;

import org.jspecify.annotations.Nullable;

/** A problem's title: what its metadata say, else its statement, else the name of its package. */
final class Titles {

    private Titles() {}

    static String of(@Nullable String name, Statements statements, @Nullable String shortName) {
        if (name != null && !name.isBlank()) {
            return name.strip();
        }
        String title = statements.title();
        if (title != null) {
            return title;
        }
        return shortName == null ? "Problem" : shortName;
    }
}
