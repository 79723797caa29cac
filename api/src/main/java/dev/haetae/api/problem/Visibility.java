package dev.haetae.api.problem;

import org.jspecify.annotations.Nullable;

/** Who sees a problem; the names are those of the HTTP contract. */
enum Visibility {
    /** Everybody. */
    PUBLIC,
    /** Its owner and administrators. */
    HIDDEN;

    /** The one of that name, or null. */
    static @Nullable Visibility of(String name) {
        for (Visibility visibility : values()) {
            if (visibility.name().equals(name)) {
                return visibility;
            }
        }
        return null;
    }
}
