package dev.haetae.api.submission;

import dev.haetae.api.database.LastWrites;
import dev.haetae.api.database.LastWrites.Write;
import dev.haetae.api.database.Rows;
import dev.haetae.api.problem.JudgeableProblem;
import dev.haetae.common.SourceFile;
import dev.haetae.common.Verdict;
import dev.haetae.common.Wire;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code submission} and {@code submission_file}. */
@Repository
class SubmissionStore {

    private static final String SELECT = """
            select s.id, s.problem_id, p.slug, s.problem_version, s.user_id, a.username, s.language, s.status, s.verdict,
                   s.score, s.attempt, s.time_millis, s.wall_millis, s.memory_bytes, s.tests_done, s.tests_total,
                   s.compiler_output, s.result, s.detail, s.submitted_at, s.judged_at
            from submission s join problem p on p.id = s.problem_id join account a on a.id = s.user_id
            """;

    /** As {@link Disclosure#showsEnd} says. */
    private static final String TOLD = """
            (s.verdict in ('COMPILE_ERROR', 'CANCELLED') or not exists (
                select 1 from problem_version v where v.problem_id = s.problem_id and v.number = s.problem_version
                                                  and v.content #>> '{settings,feedbackPolicy}' = 'NONE'))
            """;

    private static final String INSERT = """
            with new_submission as (
                insert into submission (id, problem_id, problem_version, user_id, language, entry_point, tests_total, waits,
                                        submitted_at)
                select :id, :problem, :version, :user, :language, :entryPoint, :tests, :waits, :submittedAt
                where (:most::int is null
                       or :most > (select count(*) from (
                              select 1 from submission where user_id = :user and verdict is null limit :most) as unfinished))
                  and (not :asSeen
                       or exists (
                              select 1 from problem where id = :problem and version = :version and archived_at is null
                                 and visibility = 'PUBLIC' and coalesce(embargo_until <= now(), true)))
                returning id)
            insert into submission_file (submission_id, position, name, content)
            select new_submission.id, file.position, file.name, file.content
            from new_submission, unnest(:names::text[], :contents::bytea[]) with ordinality as file (name, content, position)
            """;

    private final JdbcClient jdbc;
    private final LastWrites lastWrites;

    SubmissionStore(JdbcClient jdbc, LastWrites lastWrites) {
        this.jdbc = jdbc;
        this.lastWrites = lastWrites;
    }

    /**
     * A submission to be written, with its sources.
     *
     * @param waits whether it is not judged before its problem changes
     * @param mostUnfinished it is written only if fewer of its user's have no verdict; null for no such bound
     * @param asSeen it is written only if its version is still the problem's current one, and that public
     */
    record NewRow(
            Submission submission,
            @Nullable String entryPoint,
            List<SourceFile> files,
            boolean waits,
            @Nullable Integer mostUnfinished,
            boolean asSeen) {}

    /**
     * Writes a submission at the end of the transaction, if it may be: else {@code refuse} is run, which throws. Writers for one user who has a bound
     * wait for each other's end.
     */
    void insert(NewRow row, Runnable refuse) {
        Submission submission = row.submission();
        var columns = new MapSqlParameterSource()
                .addValue("id", submission.id())
                .addValue("problem", submission.problemId())
                .addValue("version", submission.problemVersion())
                .addValue("user", submission.userId())
                .addValue("most", row.mostUnfinished())
                .addValue("language", submission.language())
                .addValue("entryPoint", row.entryPoint())
                .addValue("tests", submission.testsTotal())
                .addValue("waits", row.waits())
                .addValue("asSeen", row.asSeen())
                .addValue("submittedAt", Timestamp.from(submission.submittedAt()))
                .addValue("names", row.files().stream().map(SourceFile::name).toArray(String[]::new))
                .addValue(
                        "contents",
                        row.files().stream().map(SourceFile::content).toArray(byte[][]::new));
        if (row.mostUnfinished() != null) {
            lastWrites.lock("unfinished " + submission.userId());
        }
        lastWrites.add(new Write(INSERT, columns, rows -> {
            if (rows == 0) {
                refuse.run();
            }
        }));
    }

    Optional<Submission> find(UUID id) {
        return jdbc.sql(SELECT + "where s.id = :id")
                .param("id", id)
                .query(SubmissionStore::map)
                .optional();
    }

    /**
     * Whose a submission is, and what its reader's view depends on.
     *
     * @param judgedMicros when it got its verdict, since 1970
     */
    record Stamp(
            UUID userId,
            int attempt,
            Status status,
            @Nullable Long judgedMicros) {}

    Optional<Stamp> stamp(UUID id) {
        return jdbc.sql("""
                        select user_id, attempt, status, (extract(epoch from judged_at) * 1000000)::bigint as judged_micros
                        from submission where id = :id
                        """).param("id", id).query(Stamp.class).optional();
    }

    /**
     * What a list shows: every filter that is not null holds.
     *
     * @param toldVerdictsOnly whether a verdict finds only those submissions whose problem's policy grants it
     */
    record Filter(
            @Nullable String problem,
            @Nullable String user,
            @Nullable String language,
            @Nullable Verdict verdict,
            boolean toldVerdictsOnly) {}

    /** The newest first, behind {@code after}. */
    List<Submission> page(Filter filter, @Nullable UUID after, int limit) {
        List<String> conditions = new ArrayList<>();
        conditions.add("true");
        add(conditions, filter.problem(), "s.problem_id = (select id from problem where slug = :problem)");
        add(conditions, filter.user(), "s.user_id = (select id from account where lower(username) = lower(:user))");
        add(conditions, filter.language(), "s.language = :language");
        add(conditions, filter.verdict(), "s.verdict = :verdict");
        add(conditions, filter.toldVerdictsOnly() ? filter.verdict() : null, TOLD);
        add(conditions, after, "s.id < :after");
        return Rows.list(
                jdbc.sql(SELECT + "where " + String.join(" and ", conditions) + " order by s.id desc limit :limit")
                        .param("problem", filter.problem())
                        .param("user", filter.user())
                        .param("language", filter.language())
                        .param("verdict", name(filter.verdict()))
                        .param("after", after)
                        .param("limit", limit)
                        .query(SubmissionStore::map));
    }

    private static void add(List<String> conditions, @Nullable Object value, String condition) {
        if (value != null) {
            conditions.add(condition);
        }
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    List<SourceFile> files(UUID id) {
        return Rows.list(jdbc.sql("""
                        select name, content from submission_file where submission_id = :id order by position
                        """).param("id", id).query(SourceFile.class));
    }

    /** How a judging ends, as it is written into the row. */
    record End(
            UUID id,
            int attempt,
            Verdict verdict,
            @Nullable BigDecimal score,
            @Nullable Long timeMillis,
            @Nullable Long wallMillis,
            @Nullable Long memoryBytes,
            int testsDone,
            int testsTotal,
            @Nullable String compilerOutput,
            StoredResult result,
            @Nullable String detail) {}

    /** Who solved, or failed to solve, what, and in which language. */
    record Ended(UUID problemId, UUID userId, String language, Verdict verdict) {}

    /** Writes the end, if this attempt is the current one and has none yet. */
    Optional<Ended> finish(End end) {
        return jdbc.sql("""
                update submission
                set status = 'DONE', verdict = :verdict, score = :score, time_millis = :time, wall_millis = :wall,
                    memory_bytes = :memory, tests_done = :done, tests_total = coalesce(nullif(:total, 0), tests_total),
                    compiler_output = :compilerOutput, result = :result::jsonb, detail = :detail, judged_at = now()
                where id = :id and attempt = :attempt and verdict is null
                returning problem_id, user_id, language, verdict
                """)
                .param("id", end.id())
                .param("attempt", end.attempt())
                .param("verdict", end.verdict().name())
                .param("score", end.score())
                .param("time", end.timeMillis())
                .param("wall", end.wallMillis())
                .param("memory", end.memoryBytes())
                .param("done", end.testsDone())
                .param("total", end.testsTotal())
                .param("compilerOutput", end.compilerOutput())
                .param("result", new String(Wire.write(end.result()), StandardCharsets.UTF_8))
                .param("detail", end.detail())
                .query(Ended.class)
                .optional();
    }

    /** Whether submissions wait for a problem. */
    boolean isAwaited(UUID problem) {
        return jdbc.sql("select exists (select 1 from submission where problem_id = :problem and waits)")
                .param("problem", problem)
                .query(Boolean.class)
                .single();
    }

    /** Moves those that wait for a problem, in a language that it takes, to its version, to be judged now. */
    List<Written> release(JudgeableProblem problem, Collection<String> languages) {
        return Rows.list(jdbc.sql("""
                        update submission set waits = false, problem_version = :version, tests_total = :tests
                        where problem_id = :problem and waits and verdict is null and language = any(:languages)
                        returning id, attempt, language, entry_point
                        """)
                .param("problem", problem.id())
                .param("version", problem.version())
                .param("tests", problem.tests().tests())
                .param("languages", languages.toArray(String[]::new))
                .query(Written.class));
    }

    /** Whether a judging is a submission's at all. */
    boolean isThere(UUID id) {
        return jdbc.sql("select exists (select 1 from submission where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** The judging begins anew; false when there is nothing to judge any more. */
    boolean reissued(UUID id, int attempt) {
        return jdbc.sql("""
                        update submission set attempt = :attempt, status = 'QUEUED'
                        where id = :id and attempt < :attempt and verdict is null
                        """).param("id", id).param("attempt", attempt).update() == 1;
    }

    /** Withdraws it, if it has no verdict yet. */
    boolean cancel(UUID id) {
        return jdbc.sql("""
                        update submission set status = 'DONE', verdict = 'CANCELLED', waits = false, judged_at = now()
                        where id = :id and verdict is null
                        """).param("id", id).update() == 1;
    }

    /** Takes a JUDGE_ERROR back, for another attempt: its number, or empty when there is no such verdict. */
    Optional<Integer> reopen(UUID id) {
        return jdbc.sql("""
                update submission
                set status = 'QUEUED', verdict = null, score = null, time_millis = null, wall_millis = null,
                    memory_bytes = null, tests_done = 0, compiler_output = null, result = null, detail = null,
                    judged_at = null, attempt = attempt + 1
                where id = :id and verdict = 'JUDGE_ERROR'
                returning attempt
                """).param("id", id).query(Integer.class).optional();
    }

    private static Submission map(ResultSet row, int number) throws SQLException {
        String verdict = row.getString("verdict");
        String result = row.getString("result");
        return new Submission(
                row.getObject("id", UUID.class),
                row.getObject("problem_id", UUID.class),
                row.getString("slug"),
                row.getInt("problem_version"),
                row.getObject("user_id", UUID.class),
                row.getString("username"),
                row.getString("language"),
                Status.valueOf(row.getString("status")),
                verdict == null ? null : Verdict.valueOf(verdict),
                row.getBigDecimal("score"),
                row.getInt("attempt"),
                row.getObject("time_millis", Long.class),
                row.getObject("wall_millis", Long.class),
                row.getObject("memory_bytes", Long.class),
                row.getInt("tests_done"),
                row.getInt("tests_total"),
                row.getString("compiler_output"),
                result == null ? null : Wire.read(result.getBytes(StandardCharsets.UTF_8), StoredResult.class),
                row.getString("detail"),
                row.getTimestamp("submitted_at").toInstant(),
                instant(row.getTimestamp("judged_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
