package dev.haetae.api.web;

import dev.haetae.api.database.LastWrites;
import dev.haetae.api.database.LastWrites.Write;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a write that a client may retry happen once. The key is stored in the transaction of what it made, so that there is
 * either both or neither. Nearly all keys are new, so nobody looks for one first: the write is made, and undone when its key
 * cannot be stored.
 */
@Service
public class Idempotency {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /** Not while another transaction stores the same key: this one does not wait for its end. */
    private static final String KEEP = """
            insert into idempotency_key as old (user_id, key, fingerprint, status, location, body, created_at)
            select :user, :key, :fingerprint, :status, :location, :body, now()
             where pg_try_advisory_xact_lock(:lock)
            on conflict (user_id, key) do update
               set fingerprint = excluded.fingerprint, status = excluded.status,
                   location = excluded.location, body = excluded.body, created_at = excluded.created_at
             where old.created_at <= now() - interval '24 hours'
            """;

    private final JdbcClient jdbc;
    private final LastWrites lastWrites;
    private final TransactionTemplate transactions;

    Idempotency(JdbcClient jdbc, LastWrites lastWrites, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.lastWrites = lastWrites;
        this.transactions = transactions;
    }

    /**
     * Runs {@code action} in one transaction and keeps its answer for 24 hours, or gives the answer that was kept.
     *
     * @param key the client's {@code Idempotency-Key}, or null to just run the action in a transaction
     * @param fingerprint SHA-256 of the call and its body
     * @throws RefusedException when the key came with another body, or its first call has not ended yet
     */
    public Answer once(UUID user, @Nullable String key, byte[] fingerprint, Supplier<Answer> action) {
        return once(user, key, fingerprint, this::inTransaction, action);
    }

    /** As {@link #once}, of an action that asks the database for nothing but {@linkplain LastWrites#together last writes}. */
    public Answer onceTogether(UUID user, @Nullable String key, byte[] fingerprint, Supplier<Answer> action) {
        return once(user, key, fingerprint, lastWrites::together, action);
    }

    private Answer once(
            UUID user,
            @Nullable String key,
            byte[] fingerprint,
            Function<Supplier<Answer>, Answer> transaction,
            Supplier<Answer> action) {
        if (key == null) {
            return transaction.apply(action);
        }
        if (!KEY.matcher(key).matches()) {
            throw RefusedException.invalid("Idempotency-Key", "must be 1 to 255 visible ASCII characters");
        }
        try {
            return transaction.apply(() -> keep(user, key, fingerprint, action.get()));
        } catch (RuntimeException failure) {
            // Whatever it is: the first call may have changed what this one met.
            return kept(user, key)
                    .map(kept -> kept.answerTo(fingerprint))
                    .orElseThrow(() -> failure instanceof NotKeptException ? stillInProgress() : failure);
        }
    }

    private Answer inTransaction(Supplier<Answer> action) {
        return Objects.requireNonNull(transactions.execute(_status -> action.get()));
    }

    private Answer keep(UUID user, String key, byte[] fingerprint, Answer answer) {
        var columns = new MapSqlParameterSource()
                .addValue("lock", lockNumber(user, key))
                .addValue("user", user)
                .addValue("key", key)
                .addValue("fingerprint", fingerprint)
                .addValue("status", answer.status())
                .addValue("location", answer.location())
                .addValue("body", answer.body());
        lastWrites.add(new Write(KEEP, columns, rows -> {
            if (rows == 0) {
                throw new NotKeptException();
            }
        }));
        return answer;
    }

    private Optional<Kept> kept(UUID user, String key) {
        return jdbc.sql("""
                        select fingerprint, status, location, body from idempotency_key
                        where user_id = :user and key = :key and created_at > now() - interval '24 hours'
                        """)
                .param("user", user)
                .param("key", key)
                .query(Kept::of)
                .optional();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void purge() {
        jdbc.sql("delete from idempotency_key where created_at <= now() - interval '24 hours'")
                .update();
    }

    static long lockNumber(UUID user, String key) {
        byte[] digest = Sha256.of(user + " " + key);
        return ByteBuffer.wrap(digest).getLong();
    }

    private static RefusedException stillInProgress() {
        return RefusedException.conflict("The first request with this Idempotency-Key has not ended yet.");
    }

    /** A kept answer. */
    private record Kept(byte[] fingerprint, Answer answer) {

        static Kept of(ResultSet row, int number) throws SQLException {
            Answer answer = new Answer(row.getInt("status"), row.getString("location"), row.getBytes("body"));
            return new Kept(row.getBytes("fingerprint"), answer);
        }

        Answer answerTo(byte[] request) {
            if (!MessageDigest.isEqual(fingerprint, request)) {
                throw RefusedException.invalid("Idempotency-Key", "was used with another request");
            }
            return answer;
        }
    }

    /** Another call has stored the key, or is about to. */
    private static final class NotKeptException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
