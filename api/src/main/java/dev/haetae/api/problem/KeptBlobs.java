package dev.haetae.api.problem;

import dev.haetae.api.database.Rows;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Says when a blob of a bucket was kept last, which the bucket cannot: keeping what is there already changes nothing in it. A blob's row
 * is also the lock that keeps those who keep it and those who remove it apart.
 */
class KeptBlobs {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    KeptBlobs(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Counts a blob as kept now; waits for who is removing it. */
    void renew(String sha256) {
        jdbc.sql("""
                        insert into blob_kept (sha256, kept_at) values (:sha256, clock_timestamp())
                        on conflict (sha256) do update set kept_at = clock_timestamp()
                        """).param("sha256", sha256).update();
    }

    /** The blobs that were kept at this time or later. */
    Set<String> keptSince(Instant time) {
        return Set.copyOf(Rows.list(jdbc.sql("select sha256 from blob_kept where kept_at >= :time")
                .param("time", Timestamp.from(time))
                .query(String.class)));
    }

    private boolean isKeptSince(String sha256, Instant time) {
        return jdbc.sql("select count(*) from blob_kept where sha256 = :sha256 and kept_at >= :time")
                        .param("sha256", sha256)
                        .param("time", Timestamp.from(time))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * Removes a blob unless it was kept at this time or later; who keeps it meanwhile waits, and then finds that it is not there.
     *
     * @return whether it was removed
     */
    boolean removeUnlessKeptSince(String sha256, Instant time, Runnable remove) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            lock(sha256);
            if (isKeptSince(sha256, time)) {
                return false;
            }
            remove.run();
            jdbc.sql("delete from blob_kept where sha256 = :sha256")
                    .param("sha256", sha256)
                    .update();
            return true;
        }));
    }

    /** A blob without a row came otherwise, such as by a copy of a directory: it gets one to be locked. */
    private void lock(String sha256) {
        jdbc.sql("""
                        insert into blob_kept (sha256, kept_at) values (:sha256, '-infinity')
                        on conflict (sha256) do update set kept_at = blob_kept.kept_at
                        """).param("sha256", sha256).update();
    }
}
