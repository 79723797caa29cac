package dev.haetae.api.problem;

import dev.haetae.api.web.RefusedException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a change of a problem starts. Two that overlap start from the same version, so that only one of them is made. Controllers take
 * it as their first parameter: it is noted before the body is read.
 *
 * @param slug of the problem; empty when only the body says it
 * @param named the version that the caller says it starts from, or null; 0 is a problem's that is not there yet
 * @param present the version that the problem had when the call came
 */
record EditStart(String slug, @Nullable Integer named, int present) {

    int version() {
        return named == null ? present : named;
    }

    /** The same when the body may name the version, too. */
    EditStart orNamed(@Nullable Integer version) {
        if (version == null) {
            return this;
        }
        if (named != null && !Objects.equals(named, version)) {
            throw RefusedException.invalid("version", "is " + version + " in the body and " + named + " beside it");
        }
        return new EditStart(slug, version, present);
    }

    /**
     * Checks that nothing has changed since.
     *
     * @param current the version that the problem has now; 0 when it is not there
     * @throws RefusedException when it is another
     */
    void requireStill(int current) {
        if (version() != current) {
            throw RefusedException.outdated(
                    "The change starts from version " + version() + " of the problem '" + slug + "', which has version "
                            + current + " now: read it again.",
                    current);
        }
    }
}
