package dev.haetae.api.web;

import java.time.Duration;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.databind.exc.InvalidFormatException;

/** Which answer each failure gets. What stands in no row is our own fault: it is logged, and the client learns nothing of it. */
@Component
class ErrorTable {

    private static final Logger log = LoggerFactory.getLogger(ErrorTable.class);
    private static final Duration OUTAGE_RETRY = Duration.ofSeconds(5);

    ErrorAnswer answer(Throwable failure) {
        return switch (failure) {
            case RefusedException e -> refused(e);
            case AuthenticationException e -> unauthenticated(e);
            case AccessDeniedException _ -> ErrorAnswer.of(ErrorType.FORBIDDEN, "You may not do this.");
            case HttpMessageNotReadableException e -> unreadable(e);
            case MethodArgumentNotValidException e -> invalid(violations(e));
            case MissingServletRequestParameterException e -> invalid(e.getParameterName(), "is missing");
            case MissingServletRequestPartException e -> invalid(e.getRequestPartName(), "is missing");
            case MethodArgumentTypeMismatchException e -> mismatch(e);
            case MaxUploadSizeExceededException _ -> ErrorAnswer.of(ErrorType.TOO_LARGE, "The upload is too large.");
            case BodyTooLargeException _ -> ErrorAnswer.of(ErrorType.TOO_LARGE, "The body is too large.");
            case MultipartException _ ->
                ErrorAnswer.of(ErrorType.MALFORMED, "The body is not multipart form data, or was cut off.");
            case InvalidParameterException e ->
                ErrorAnswer.of(
                        ErrorType.of(e.getErrorCode()), "The parameters are not percent-encoded UTF-8, or too many.");
            case OptimisticLockingFailureException _ ->
                ErrorAnswer.of(ErrorType.CONFLICT, "It was changed by somebody else meanwhile.");
            case NoResourceFoundException _ -> ErrorAnswer.of(ErrorType.NOT_FOUND, "There is no such path.");
            case OutageException e -> outage(e);
            case ErrorResponse e -> decidedByFramework(e);
            default -> unexpected(failure);
        };
    }

    private static ErrorAnswer refused(RefusedException e) {
        var type = ErrorType.of(e.reason());
        var answer = ErrorAnswer.of(
                ErrorBody.of(type, e.explanation(), e.violations()).at(e.currentVersion()));
        if (type == ErrorType.UNAUTHENTICATED) {
            return answer.with(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        Duration wait = e.retryAfter();
        return wait == null ? answer : answer.with(HttpHeaders.RETRY_AFTER, seconds(wait));
    }

    private static ErrorAnswer unauthenticated(AuthenticationException e) {
        boolean noToken = e instanceof InsufficientAuthenticationException;
        String detail = noToken ? "This call needs a bearer token." : "The token is not valid, or no longer.";
        return ErrorAnswer.of(ErrorType.UNAUTHENTICATED, detail)
                .with(HttpHeaders.WWW_AUTHENTICATE, noToken ? "Bearer" : "Bearer error=\"invalid_token\"");
    }

    private static ErrorAnswer unreadable(HttpMessageNotReadableException e) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLargeException) {
                return ErrorAnswer.of(ErrorType.TOO_LARGE, "The body is too large.");
            }
            if (cause instanceof InvalidFormatException format) {
                return UnreadableText.violation(format)
                        .map(violation -> invalid(List.of(violation)))
                        .orElseGet(ErrorTable::malformed);
            }
        }
        return malformed();
    }

    private static ErrorAnswer malformed() {
        return ErrorAnswer.of(
                ErrorType.MALFORMED, "The body is missing, not JSON in UTF-8, or a value in it is of a wrong type.");
    }

    private static ErrorAnswer mismatch(MethodArgumentTypeMismatchException e) {
        if (e.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return ErrorAnswer.of(ErrorType.NOT_FOUND, "There is no such thing.");
        }
        return invalid(e.getName(), "is not of the right type");
    }

    private static ErrorAnswer decidedByFramework(ErrorResponse e) {
        var type = ErrorType.of(e.getStatusCode().value());
        String detail = e.getBody().getDetail();
        var body = ErrorBody.of(type, detail == null ? type.title() : detail);
        return new ErrorAnswer(body, e.getHeaders());
    }

    private static ErrorAnswer unexpected(Throwable failure) {
        if (isOutage(failure)) {
            log.warn("The database does not answer: {}", failure.toString());
            return unavailable();
        }
        if (SqlStates.anyOf(failure, "22021", "22P05")) {
            return ErrorAnswer.of(ErrorType.MALFORMED, "A text in the request holds U+0000.");
        }
        if (SqlStates.anyOf(failure, "23503")) {
            return ErrorAnswer.of(ErrorType.CONFLICT, "Something that this is about was deleted meanwhile.");
        }
        log.error("A call failed", failure);
        return ErrorAnswer.of(ErrorType.INTERNAL, "The fault is ours, and it is logged.");
    }

    private static ErrorAnswer outage(OutageException e) {
        log.warn("{}: {}", e.getMessage(), String.valueOf(e.getCause()));
        return unavailable();
    }

    private static ErrorAnswer unavailable() {
        return ErrorAnswer.of(ErrorType.UNAVAILABLE, "A service that this call needs is down.")
                .with(HttpHeaders.RETRY_AFTER, seconds(OUTAGE_RETRY));
    }

    /** Classes of SQLSTATE: 08 connection, 53 resources, 57P operator intervention: shut down, crashed, starting up. */
    private static boolean isOutage(Throwable failure) {
        return SqlStates.isConnectionFailure(failure) || SqlStates.anyOf(failure, "08", "53", "57P");
    }

    private static ErrorAnswer invalid(String field, String message) {
        return invalid(List.of(new FieldViolation(field, message)));
    }

    private static ErrorAnswer invalid(List<FieldViolation> violations) {
        return ErrorAnswer.of(ErrorBody.of(ErrorType.VALIDATION, "The request breaks a rule, see errors.", violations));
    }

    private static List<FieldViolation> violations(MethodArgumentNotValidException e) {
        return e.getFieldErrors().stream()
                .map(error -> new FieldViolation(error.getField(), String.valueOf(error.getDefaultMessage())))
                .toList();
    }

    /** Rounded up: who waits that long is let in. */
    private static String seconds(Duration wait) {
        return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
    }
}
