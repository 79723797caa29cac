package dev.haetae.api.verification;

import dev.haetae.api.database.Rows;
import dev.haetae.api.problem.JurySolutions.Verifiable;
import dev.haetae.api.problem.TimeLimitWanted;
import dev.haetae.common.Verdict;
import dev.haetae.common.Wire;
import dev.haetae.common.verification.Assessment;
import dev.haetae.common.verification.Expectation;
import dev.haetae.common.verification.Outcome;
import dev.haetae.common.verification.Requirement;
import dev.haetae.common.verification.TimeMargins;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code verification} and {@code verification_row}. */
@Repository
class VerificationStore {

    private static final String SELECT = """
            select id, problem_id, problem_version, time_limit, margins, derives, requested_by, requested_at from verification
            """;

    private final JdbcClient jdbc;

    VerificationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A verification of one version.
     *
     * @param timeLimit in milliseconds, before any language's factor
     * @param margins between the solutions and a time limit
     * @param derives whether it is there to derive the time limit
     */
    record Verification(
            UUID id,
            UUID problemId,
            int problemVersion,
            long timeLimit,
            TimeMargins margins,
            boolean derives,
            UUID requestedBy,
            Instant requestedAt) {

        static Verification of(UUID id, Verifiable verifiable, UUID user, Instant at) {
            return new Verification(
                    id,
                    verifiable.problem().id(),
                    verifiable.problem().version(),
                    verifiable.timeMillis(),
                    verifiable.margins(),
                    false,
                    user,
                    at);
        }

        static Verification derivation(TimeLimitWanted wanted, Instant at) {
            Verifiable verifiable = wanted.verifiable();
            return new Verification(
                    wanted.id(),
                    verifiable.problem().id(),
                    verifiable.problem().version(),
                    verifiable.timeMillis(),
                    wanted.margins(),
                    true,
                    wanted.author(),
                    at);
        }
    }

    /**
     * One solution's row.
     *
     * @param timeLimit in milliseconds, in its language; null with the language, and for one that is judged later
     * @param outcome null until it has ended, or when it is not judged
     * @param assessment null like the outcome, and of what earlier releases have judged
     */
    record Row(
            UUID id,
            String file,
            @Nullable String language,
            @Nullable Long timeLimit,
            Expectation expectation,
            @Nullable Outcome outcome,
            @Nullable Assessment assessment,
            @Nullable String detail,
            boolean ended) {

        Row withTimeLimit(@Nullable Long millis) {
            return new Row(id, file, language, millis, expectation, outcome, assessment, detail, ended);
        }
    }

    /** A row whose judging has not ended. */
    record Awaited(UUID id, long timeLimit, Expectation expectation, UUID verificationId, boolean derives) {}

    void insert(Verification verification, List<Row> rows) {
        jdbc.sql("""
                insert into verification (id, problem_id, problem_version, time_limit, margins, derives, requested_by)
                values (:id, :problem, :version, :timeLimit, :margins::jsonb, :derives, :user)
                """)
                .param("id", verification.id())
                .param("problem", verification.problemId())
                .param("version", verification.problemVersion())
                .param("timeLimit", verification.timeLimit())
                .param("margins", json(verification.margins()))
                .param("derives", verification.derives())
                .param("user", verification.requestedBy())
                .update();
        for (int position = 0; position < rows.size(); position++) {
            insert(verification.id(), position, rows.get(position));
        }
    }

    private void insert(UUID verification, int position, Row row) {
        jdbc.sql("""
                insert into verification_row (id, verification_id, position, file, language, time_limit, expected,
                                              expected_score, partial, requirements, detail, ended_at)
                values (:id, :verification, :position, :file, :language, :timeLimit, :expected, :score, :partial,
                        :requirements::jsonb, :detail,
                        case when :ended then now() end)
                """)
                .param("id", row.id())
                .param("verification", verification)
                .param("position", position)
                .param("file", row.file())
                .param("language", row.language())
                .param("timeLimit", row.timeLimit())
                .param("expected", names(row.expectation()))
                .param("score", row.expectation().score())
                .param("partial", row.expectation().partial())
                .param("requirements", json(row.expectation().requirements()))
                .param("detail", row.detail())
                .param("ended", row.ended())
                .update();
    }

    private static String json(Object value) {
        return new String(Wire.write(value), StandardCharsets.UTF_8);
    }

    private static <T> @Nullable T read(@Nullable String json, Class<T> type) {
        return json == null ? null : Wire.read(json.getBytes(StandardCharsets.UTF_8), type);
    }

    private static String[] names(Expectation expectation) {
        return expectation.permitted().stream().map(Verdict::name).toArray(String[]::new);
    }

    /** The verification of a version that has not ended yet. */
    Optional<UUID> underWay(UUID problem, int version) {
        return jdbc.sql("""
                select v.id from verification v
                where v.problem_id = :problem and v.problem_version = :version
                  and exists (select 1 from verification_row r where r.verification_id = v.id and r.ended_at is null)
                order by v.id desc limit 1
                """)
                .param("problem", problem)
                .param("version", version)
                .query(UUID.class)
                .optional();
    }

    /** Makes those who begin a verification of a problem wait for each other's end. */
    void lockProblem(UUID problem) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:lock, 0))")
                .param("lock", "verification " + problem)
                .query((_row, _number) -> true)
                .single();
    }

    Optional<Verification> find(UUID id, UUID problem) {
        return jdbc.sql(SELECT + "where id = :id and problem_id = :problem")
                .param("id", id)
                .param("problem", problem)
                .query(VerificationStore::verification)
                .optional();
    }

    /** One that is there, locked until the transaction ends. */
    Verification lock(UUID id) {
        return jdbc.sql(SELECT + "where id = :id for update")
                .param("id", id)
                .query(VerificationStore::verification)
                .single();
    }

    private static Verification verification(ResultSet row, int number) throws SQLException {
        String margins = row.getString("margins");
        return new Verification(
                row.getObject("id", UUID.class),
                row.getObject("problem_id", UUID.class),
                row.getInt("problem_version"),
                row.getLong("time_limit"),
                margins == null
                        ? TimeMargins.DEFAULT
                        : Wire.read(margins.getBytes(StandardCharsets.UTF_8), TimeMargins.class),
                row.getBoolean("derives"),
                row.getObject("requested_by", UUID.class),
                row.getTimestamp("requested_at").toInstant());
    }

    List<Row> rows(UUID verification) {
        return jdbc.sql("select * from verification_row where verification_id = :id order by position")
                .param("id", verification)
                .query(VerificationStore::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        String verdict = row.getString("verdict");
        Outcome outcome = verdict == null
                ? null
                : new Outcome(
                        Verdict.valueOf(verdict),
                        row.getString("slowest_test"),
                        row.getLong("max_time"),
                        row.getString("detail"),
                        read(row.getString("scored"), Outcome.Scored.class));
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("file"),
                row.getString("language"),
                row.getObject("time_limit", Long.class),
                expectation(row),
                outcome,
                read(row.getString("assessment"), Assessment.class),
                row.getString("detail"),
                row.getTimestamp("ended_at") != null);
    }

    private static Expectation expectation(ResultSet row) throws SQLException {
        Set<Verdict> permitted = EnumSet.noneOf(Verdict.class);
        Arrays.stream((String[]) row.getArray("expected").getArray())
                .map(Verdict::valueOf)
                .forEach(permitted::add);
        Requirement[] requirements = read(row.getString("requirements"), Requirement[].class);
        return new Expectation(
                permitted,
                row.getBigDecimal("expected_score"),
                row.getBoolean("partial"),
                requirements == null ? List.of() : List.of(requirements));
    }

    /** Those of these judgings that a row here waits for. */
    List<Awaited> awaited(Collection<UUID> judgings) {
        return Rows.list(
                jdbc.sql("""
                select r.*, v.derives
                from verification_row r join verification v on v.id = r.verification_id
                where r.id = any(:ids) and r.ended_at is null
                """).param("ids", judgings.toArray(UUID[]::new)).query(VerificationStore::awaited));
    }

    private static Awaited awaited(ResultSet row, int number) throws SQLException {
        return new Awaited(
                row.getObject("id", UUID.class),
                row.getLong("time_limit"),
                expectation(row),
                row.getObject("verification_id", UUID.class),
                row.getBoolean("derives"));
    }

    /** A row that is judged from now on. */
    void limit(Row row) {
        jdbc.sql("update verification_row set time_limit = :limit where id = :id")
                .param("id", row.id())
                .param("limit", row.timeLimit())
                .update();
    }

    /** A row that is not judged after all. */
    void skip(UUID row, String detail) {
        jdbc.sql("update verification_row set detail = :detail, ended_at = now() where id = :id")
                .param("id", row)
                .param("detail", detail)
                .update();
    }

    void end(UUID row, Outcome outcome, Assessment assessment) {
        jdbc.sql("""
                update verification_row
                set verdict = :verdict, slowest_test = :slowest, max_time = :time, detail = :detail, scored = :scored::jsonb,
                    assessment = :assessment::jsonb, ended_at = now()
                where id = :id
                """)
                .param("id", row)
                .param("verdict", outcome.verdict().name())
                .param("slowest", outcome.slowestTest())
                .param("time", outcome.maxTimeMillis())
                .param("detail", outcome.detail())
                .param("scored", outcome.scored() == null ? null : json(outcome.scored()))
                .param("assessment", json(assessment))
                .update();
    }
}
