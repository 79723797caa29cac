package dev.haetae.api.web;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the database itself said, under whatever exceptions it was wrapped in. */
final class SqlStates {

    private static final int DEEPEST = 20;

    private SqlStates() {}

    /** Whether a cause has an SQLSTATE that begins so. */
    static boolean anyOf(Throwable failure, String... prefixes) {
        return anyCause(failure, sql -> {
            String state = sql.getSQLState();
            if (state == null) {
                return false;
            }
            for (String prefix : prefixes) {
                if (state.startsWith(prefix)) {
                    return true;
                }
            }
            return false;
        });
    }

    /** Whether a cause is that there was no connection to be had. */
    static boolean isConnectionFailure(Throwable failure) {
        return anyCause(
                failure,
                sql -> sql instanceof SQLTransientConnectionException || sql instanceof SQLRecoverableException);
    }

    private static boolean anyCause(Throwable failure, Predicate<SQLException> wanted) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
            if (cause instanceof SQLException sql && wanted.test(sql)) {
                return true;
            }
        }
        return false;
    }
}
