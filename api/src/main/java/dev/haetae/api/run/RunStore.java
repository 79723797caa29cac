package dev.haetae.api.run;

import dev.haetae.api.database.Rows;
import dev.haetae.common.JudgeResult;
import dev.haetae.common.Wire;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code run}. */
@Repository
class RunStore {

    private final JdbcClient jdbc;

    RunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One run; {@code result} is null until it has ended. */
    record Row(
            UUID id, UUID userId, String language, @Nullable JudgeResult result, Instant requestedAt) {}

    void insert(UUID id, UUID user, String language) {
        jdbc.sql("insert into run (id, user_id, language) values (:id, :user, :language)")
                .param("id", id)
                .param("user", user)
                .param("language", language)
                .update();
    }

    /** How many of a user's have not ended. Whoever else counts them waits for the end of the transaction. */
    int lockAndCountUnfinished(UUID user) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:lock, 0))::text")
                .param("lock", "runs " + user)
                .query(String.class)
                .single();
        return jdbc.sql("select count(*) from run where user_id = :user and ended_at is null")
                .param("user", user)
                .query(Integer.class)
                .single();
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql("select id, user_id, language, result, requested_at from run where id = :id")
                .param("id", id)
                .query(RunStore::row)
                .optional();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        String result = row.getString("result");
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getString("language"),
                result == null ? null : Wire.read(result.getBytes(StandardCharsets.UTF_8), JudgeResult.class),
                row.getTimestamp("requested_at").toInstant());
    }

    /** Those of these judgings that are runs. */
    List<UUID> among(Collection<UUID> judgings) {
        return Rows.list(jdbc.sql("select id from run where id = any(:ids) and ended_at is null")
                .param("ids", judgings.toArray(UUID[]::new))
                .query(UUID.class));
    }

    void end(UUID id, JudgeResult result) {
        jdbc.sql("update run set result = :result::jsonb, ended_at = now() where id = :id")
                .param("id", id)
                .param("result", new String(Wire.write(result), StandardCharsets.UTF_8))
                .update();
    }

    /** Forgets what was asked for more than an hour ago. */
    void purge() {
        jdbc.sql("delete from run where requested_at < now() - interval '1 hour'")
                .update();
    }
}
