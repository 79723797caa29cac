package dev.haetae.api.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of an error, RFC 9457.
 *
 * @param type stable, one for each kind of error
 * @param title the kind in words
 * @param status the HTTP status again
 * @param detail what went wrong here
 * @param errors the broken rules, left out unless it is a validation
 * @param currentVersion of what was to be changed, left out unless the change started from another
 */
record ErrorBody(
        URI type,
        String title,
        int status,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldViolation> errors,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer currentVersion) {

    ErrorBody {
        errors = List.copyOf(errors);
    }

    static ErrorBody of(ErrorType type, String detail) {
        return of(type, detail, List.of());
    }

    ErrorBody at(@Nullable Integer version) {
        return new ErrorBody(type, title, status, detail, errors, version);
    }

    static ErrorBody of(ErrorType type, String detail, List<FieldViolation> errors) {
        return new ErrorBody(type.uri(), type.title(), type.status(), detail, errors, null);
    }
}
