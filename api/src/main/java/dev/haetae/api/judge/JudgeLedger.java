package dev.haetae.api.judge;

import dev.haetae.api.database.LastWrites;
import dev.haetae.api.database.LastWrites.Write;
import dev.haetae.api.database.Rows;
import dev.haetae.common.JudgeReport;
import dev.haetae.common.JudgeRequest;
import dev.haetae.common.Wire;
import dev.haetae.common.WorkerStatus.Held;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code judging}: each change of state is a guarded update. */
@Repository
class JudgeLedger {

    private static final String INSERT = """
            insert into judging (submission_id, attempt, urgency, request, trace_parent)
            values (:id, :attempt, :urgency, :request, :trace)
            on conflict (submission_id) do update
            set attempt = excluded.attempt, tries = 1, urgency = excluded.urgency, position = default,
                request = excluded.request, requested_at = now(), published_at = null, started_at = null,
                worker = null, lease_until = null, finished_at = null, trace_parent = excluded.trace_parent
            where judging.finished_at is not null and judging.attempt < excluded.attempt
            """;

    private final JdbcClient jdbc;
    private final LastWrites lastWrites;

    JudgeLedger(JdbcClient jdbc, LastWrites lastWrites) {
        this.jdbc = jdbc;
        this.lastWrites = lastWrites;
    }

    /**
     * A request that waits to be published.
     *
     * @param traceParent the span in which it was asked for, or null
     */
    record Unpublished(
            UUID submissionId,
            int attempt,
            Urgency urgency,
            byte[] request,
            @Nullable String traceParent) {}

    /** A request for which nobody holds a lease. */
    record Stale(UUID submissionId, int attempt, int tries, byte[] request) {}

    /**
     * A judging that has just ended.
     *
     * @param tries how often it was issued
     * @param waitedSeconds until a worker had begun its last try; 0 when none had said so
     * @param totalSeconds since it was asked for
     */
    record Finished(UUID submissionId, int tries, Urgency urgency, double waitedSeconds, double totalSeconds) {

        Duration waited() {
            return Duration.ofNanos(Math.round(waitedSeconds * 1e9));
        }

        Duration total() {
            return Duration.ofNanos(Math.round(totalSeconds * 1e9));
        }
    }

    /**
     * The judgings of one urgency that no worker has begun.
     *
     * @param unpublished those that are still in the outbox
     * @param oldestSeconds since the first of them was asked for
     */
    record Waiting(Urgency urgency, long count, long unpublished, double oldestSeconds) {}

    /** Writes a request at the end of the transaction. */
    void insert(Unpublished request) {
        var columns = new MapSqlParameterSource()
                .addValue("id", request.submissionId())
                .addValue("attempt", request.attempt())
                .addValue("urgency", request.urgency().name())
                .addValue("request", request.request())
                .addValue("trace", request.traceParent());
        lastWrites.add(new Write(INSERT, columns, _rows -> {}));
    }

    /**
     * The oldest requests that were left unpublished, locked until the transaction ends; those that another node has locked are left out.
     *
     * @param age since they were asked for, at least: what is younger is being published by the node that was asked
     */
    List<Unpublished> lockLeftOver(Duration age, int most) {
        return Rows.list(jdbc.sql("""
                select submission_id, attempt, urgency, request, trace_parent from judging
                where published_at is null and finished_at is null and requested_at < now() - make_interval(secs => :age)
                order by position limit :most for update skip locked
                """)
                .param("age", age.toMillis() / 1000.0)
                .param("most", most)
                .query(Unpublished.class));
    }

    void markPublished(List<Unpublished> requests) {
        jdbc.sql("""
                update judging j set published_at = now()
                from unnest(:ids::uuid[], :attempts::int[]) as sent (submission_id, attempt)
                where j.submission_id = sent.submission_id and j.attempt = sent.attempt
                """)
                .param("ids", ids(requests))
                .param("attempts", attempts(requests))
                .update();
    }

    private static UUID[] ids(List<Unpublished> requests) {
        return requests.stream().map(Unpublished::submissionId).toArray(UUID[]::new);
    }

    private static Integer[] attempts(List<Unpublished> requests) {
        return requests.stream().map(Unpublished::attempt).toArray(Integer[]::new);
    }

    /** Begins or renews the leases of what a worker says that it holds. */
    void renewLeases(String worker, List<Held> held, Duration lease) {
        jdbc.sql("""
                update judging j
                set started_at = coalesce(j.started_at, now()), worker = :worker, lease_until = now() + make_interval(secs => :lease)
                from unnest(:ids::uuid[], :attempts::int[]) as held (submission_id, attempt)
                where j.submission_id = held.submission_id and j.attempt = held.attempt and j.finished_at is null
                """)
                .param("worker", worker)
                .param("lease", lease.toMillis() / 1000.0)
                .param("ids", held.stream().map(Held::submissionId).toArray(UUID[]::new))
                .param("attempts", held.stream().map(Held::attempt).toArray(Integer[]::new))
                .update();
    }

    /** Ends the judgings that these reports are about, and says which of them it ended: the fence. */
    List<Finished> finish(Collection<JudgeReport> reports) {
        return Rows.list(jdbc.sql("""
                update judging j set finished_at = now()
                from unnest(:ids::uuid[], :attempts::int[]) as report (submission_id, attempt)
                where j.submission_id = report.submission_id and j.attempt = report.attempt and j.finished_at is null
                returning j.submission_id, j.tries, j.urgency,
                          coalesce(extract(epoch from j.started_at - j.requested_at), 0)::float8 as waited_seconds,
                          extract(epoch from clock_timestamp() - j.requested_at)::float8 as total_seconds
                """)
                .param("ids", reports.stream().map(JudgeReport::submissionId).toArray(UUID[]::new))
                .param("attempts", reports.stream().map(JudgeReport::attempt).toArray(Integer[]::new))
                .query(Finished.class));
    }

    /** What waits; each half of the union has an index of its own. */
    List<Waiting> waiting() {
        return Rows.list(jdbc.sql("""
                select urgency, count(*) as count, count(*) filter (where not published) as unpublished,
                       extract(epoch from now() - min(requested_at))::float8 as oldest_seconds
                from (select urgency, requested_at, false as published from judging
                      where published_at is null and finished_at is null
                      union all
                      select urgency, requested_at, true from judging
                      where published_at is not null and finished_at is null and started_at is null) as waiting
                group by urgency
                """).query(Waiting.class));
    }

    boolean isStarted(UUID submissionId) {
        return jdbc.sql("""
                select exists (select 1 from judging where submission_id = :id and started_at is not null and finished_at is null)
                """).param("id", submissionId).query(Boolean.class).single();
    }

    void withdraw(UUID submissionId) {
        jdbc.sql("update judging set finished_at = now() where submission_id = :id and finished_at is null")
                .param("id", submissionId)
                .update();
    }

    /**
     * Published requests of a class without a live lease, oldest first, locked.
     *
     * @param age of their publication, at least
     * @param before only those that were asked for before this position
     */
    List<Stale> lockStale(Urgency urgency, Duration age, long before, int most) {
        return Rows.list(jdbc.sql("""
                select submission_id, attempt, tries, request from judging
                where urgency = :urgency and position < :before and finished_at is null
                  and published_at < now() - make_interval(secs => :age) and (lease_until is null or lease_until < now())
                order by position limit :most for update skip locked
                """)
                .param("urgency", urgency.name())
                .param("before", before)
                .param("age", age.toMillis() / 1000.0)
                .param("most", most)
                .query(Stale.class));
    }

    /** The position of the last one of a class that started more than {@code since} ago: who waits before it was overtaken. */
    long overtakenBefore(Urgency urgency, Duration since) {
        return jdbc.sql("""
                select coalesce(max(position), 0) from judging
                where urgency = :urgency and started_at < now() - make_interval(secs => :since)
                """)
                .param("urgency", urgency.name())
                .param("since", since.toMillis() / 1000.0)
                .query(Long.class)
                .single();
    }

    /** Their workers are gone and the broker handed the requests back: they wait again, as some that nobody started. */
    void markWaiting(Urgency urgency) {
        jdbc.sql("""
                update judging set started_at = null, worker = null, lease_until = null
                where urgency = :urgency and started_at is not null and lease_until < now() and finished_at is null
                """).param("urgency", urgency.name()).update();
    }

    /** Puts a request back into the outbox under a new attempt. */
    void reissue(JudgeRequest request) {
        jdbc.sql("""
                update judging
                set attempt = :attempt, tries = tries + 1, position = default, request = :request, published_at = null,
                    started_at = null, worker = null, lease_until = null
                where submission_id = :id and attempt = :attempt - 1 and finished_at is null
                """)
                .param("id", request.submissionId())
                .param("attempt", request.attempt())
                .param("request", Wire.write(request))
                .update();
    }

    /** Forgets what ended longer ago than {@code age}. */
    int purge(Duration age) {
        return jdbc.sql("delete from judging where finished_at < now() - make_interval(secs => :age)")
                .param("age", age.toMillis() / 1000.0)
                .update();
    }
}
