package dev.haetae.api.problem;

import dev.haetae.api.web.FieldViolation;
import dev.haetae.api.web.RefusedException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects which fields of a request break which rules, so that its author is told of all at once. */
final class Violations {

    private final List<FieldViolation> found = new ArrayList<>();

    void require(boolean holds, String field, String message) {
        if (!holds) {
            found.add(new FieldViolation(field, message));
        }
    }

    /** A number that may be absent. */
    void requireWithin(@Nullable Long value, long most, String field) {
        require(value == null || (value >= 1 && value <= most), field, "must be 1 to " + most);
    }

    /** Refuses the request when a rule was broken. */
    void refuse() {
        if (!found.isEmpty()) {
            throw RefusedException.invalid(found);
        }
    }
}
