package dev.haetae.api.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.StatementCreatorUtils;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes that nothing in their transaction reads: they are sent together just before its commit, in one round trip, each still
 * a statement of its own that sees what was committed before it began. What fails then fails the transaction.
 */
@Component
public class LastWrites {

    private final JdbcOperations jdbc;

    LastWrites(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One statement.
     *
     * @param sql with named parameters, and without a semicolon
     * @param changed is told the number of rows that it changed, -1 for a query, and may throw to undo the transaction
     */
    public record Write(ParsedSql sql, SqlParameterSource parameters, IntConsumer changed) {}

    /**
     * Adds writes to the end of the transaction under way, in this order.
     *
     * @throws IllegalStateException when there is none
     */
    public void add(Write... writes) {
        pending().writes.addAll(Arrays.asList(writes));
    }

    private Pending pending() {
        for (TransactionSynchronization other : TransactionSynchronizationManager.getSynchronizations()) {
            if (other instanceof Pending mine) {
                return mine;
            }
        }
        Pending created = new Pending();
        TransactionSynchronizationManager.registerSynchronization(created);
        return created;
    }

    /** What one transaction still has to write. */
    private final class Pending implements TransactionSynchronization {

        private final List<Write> writes = new ArrayList<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            send(writes);
        }
    }

    private void send(List<Write> writes) {
        String all = writes.stream()
                .map(write -> NamedParameterUtils.substituteNamedParameters(write.sql(), write.parameters()))
                .collect(Collectors.joining(";\n"));
        jdbc.execute(all, (PreparedStatement statement) -> {
            setParameters(statement, writes);
            statement.execute();
            for (Write write : writes) {
                write.changed().accept(statement.getUpdateCount());
                statement.getMoreResults();
            }
            return writes.size();
        });
    }

    private static void setParameters(PreparedStatement statement, List<Write> writes) throws SQLException {
        int position = 1;
        for (Write write : writes) {
            for (@Nullable Object value : NamedParameterUtils.buildValueArray(write.sql(), write.parameters(), null)) {
                StatementCreatorUtils.setParameterValue(statement, position++, SqlTypeValue.TYPE_UNKNOWN, value);
            }
        }
    }
}
