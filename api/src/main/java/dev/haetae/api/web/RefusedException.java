package dev.haetae.api.web;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call that is refused by a rule: thrown anywhere below a controller, and turned into an answer in one place. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a call is refused. */
    public enum Cause {
        /** The caller did not prove who they are. */
        UNAUTHENTICATED,
        /** The caller may not do this. */
        FORBIDDEN,
        /** It is not there, or not visible to the caller. */
        NOT_FOUND,
        /** It collides with what is there. */
        CONFLICT,
        /** It is larger than allowed. */
        TOO_LARGE,
        /** Fields break rules. */
        INVALID,
        /** The caller has to wait. */
        TOO_MANY
    }

    private final transient Cause reason;
    private final transient List<FieldViolation> violations;
    private final transient @Nullable Duration retryAfter;
    private final transient @Nullable Integer currentVersion;

    private RefusedException(
            Cause reason,
            String message,
            List<FieldViolation> violations,
            @Nullable Duration retryAfter,
            @Nullable Integer currentVersion) {
        super(message, null, false, false);
        this.reason = reason;
        this.violations = List.copyOf(violations);
        this.retryAfter = retryAfter;
        this.currentVersion = currentVersion;
    }

    /** The caller did not prove who they are. */
    public static RefusedException unauthenticated(String message) {
        return of(Cause.UNAUTHENTICATED, message);
    }

    /** The caller may not do this. */
    public static RefusedException forbidden(String message) {
        return of(Cause.FORBIDDEN, message);
    }

    /** It is not there, or not visible to the caller: the message must not tell which. */
    public static RefusedException notFound(String message) {
        return of(Cause.NOT_FOUND, message);
    }

    /** It collides with what is there. */
    public static RefusedException conflict(String message) {
        return of(Cause.CONFLICT, message);
    }

    /** It starts from another version than the one that there is now. */
    public static RefusedException outdated(String message, int currentVersion) {
        return new RefusedException(Cause.CONFLICT, message, List.of(), null, currentVersion);
    }

    /** It is larger than allowed. */
    public static RefusedException tooLarge(String message) {
        return of(Cause.TOO_LARGE, message);
    }

    /** One field breaks a rule. */
    public static RefusedException invalid(String field, String message) {
        return invalid(List.of(new FieldViolation(field, message)));
    }

    /** Fields break rules; the list is not empty. */
    public static RefusedException invalid(List<FieldViolation> violations) {
        return new RefusedException(Cause.INVALID, "The request breaks a rule, see errors.", violations, null, null);
    }

    /** The caller may try again after {@code retryAfter}. */
    public static RefusedException tooMany(String message, Duration retryAfter) {
        return new RefusedException(Cause.TOO_MANY, message, List.of(), retryAfter, null);
    }

    private static RefusedException of(Cause reason, String message) {
        return new RefusedException(reason, message, List.of(), null, null);
    }

    /** Why it was refused. */
    public Cause reason() {
        return reason;
    }

    /** The broken rules, empty unless it is {@link Cause#INVALID}. */
    public List<FieldViolation> violations() {
        return violations;
    }

    /** How long to wait, null unless it is {@link Cause#TOO_MANY}. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** The version that there is now, null unless the call started from another. */
    public @Nullable Integer currentVersion() {
        return currentVersion;
    }

    /** What the answer says; never null. */
    public String explanation() {
        return String.valueOf(getMessage());
    }
}
