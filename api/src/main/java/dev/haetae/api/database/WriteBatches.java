package dev.haetae.api.database;

import dev.haetae.api.database.LastWrites.Write;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/** Sends writes of one text to the database in one round trip. */
@Component
class WriteBatches {

    private static final String LOCK = """
            select count(pg_advisory_xact_lock(hashtextextended(name, 0))) from unnest(:names::text[]) as name
            """;

    private final NamedParameterJdbcOperations jdbc;

    WriteBatches(NamedParameterJdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Sends them in the transaction under way. */
    void send(Writes writes) {
        String[] locks = writes.locks();
        if (locks.length > 0) {
            jdbc.queryForObject(LOCK, Map.of("names", locks), Integer.class);
        }
        writes.bySql().forEach(this::send);
    }

    private void send(String sql, List<Write> writes) {
        int[] changed =
                jdbc.batchUpdate(sql, writes.stream().map(Write::parameters).toArray(SqlParameterSource[]::new));
        for (int i = 0; i < changed.length; i++) {
            writes.get(i).changed().accept(changed[i]);
        }
    }
}
