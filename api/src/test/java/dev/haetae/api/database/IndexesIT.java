package dev.haetae.api.database;

import static dev.haetae.api.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.haetae.api.ApiTest;
import dev.haetae.api.testing.Judgings;
import dev.haetae.api.testing.Submitter;
import dev.haetae.api.testing.TestProblem;
import dev.haetae.api.testing.TestUser;
import dev.haetae.api.testing.WorkerByHand;
import dev.haetae.common.Verdict;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Each query that a page makes has an index: nobody reads a large table as a whole to show a part of it. */
@ApiTest
class IndexesIT {

    /** More often than anything in the background reads while the test runs. */
    private static final int ROUNDS = 4;

    /**
     * Copies of one account, one problem and one submission, marked by … where nobody else has it; so many that reading all of them is
     * dearer than looking up each row of a page.
     */
    private static final List<String> MANY = List.of("""
            insert into account (id, username, email, password_hash, disabled, created_at, version)
            select gen_random_uuid(), 'many-' || n, 'many-' || n || '@example.org', '…', false, now(), 0
            from generate_series(1, 10000) n
            """, """
            insert into problem (id, slug, owner_id, title, tags, visibility, version)
            select gen_random_uuid(), 'many-' || n, owner_id, title || '…', array['tag-' || n % 100], visibility, 1
            from problem, generate_series(1, 10000) n where slug = :problem
            """, """
            insert into problem_version (problem_id, number, author_id, content)
            select p.id, 1, v.author_id, v.content from problem p, problem_version v
            where p.title like '%…' and v.problem_id = (select id from problem where slug = :problem)
            """, """
            insert into submission (id, problem_id, problem_version, user_id, language, status, verdict, tests_total, result, detail,
                                    judged_at)
            select gen_random_uuid(), p.id, 1, a.id, case n % 3 when 0 then 'cpp' else 'java' end, 'DONE',
                   case n % 10 when 0 then 'ACCEPTED' else s.verdict end, s.tests_total, s.result, '…', now()
            from generate_series(1, 20000) n
            join account a on a.username = 'many-' || (1 + n % 10000) join problem p on p.slug = 'many-' || (1 + n % 50)
            join submission s on s.id = :submission
            """, """
            insert into submission_file (submission_id, position, name, content)
            select id, 1, 'main.c', 'x' from submission where detail = '…'
            """, """
            insert into judging (submission_id, attempt, urgency, request, published_at, started_at, finished_at, worker)
            select id, 1, 'LIVE', 'x', now(), now(), now(), '…' from submission where detail = '…'
            """, """
            insert into dead_letter (id, faulty, cause, message) select gen_random_uuid(), 'QUEUE', '…', 'x'
            from generate_series(1, 5000)
            """);

    private static final List<String> FEW = List.of(
            "delete from dead_letter where cause = '…'",
            "delete from judging where worker = '…'",
            "delete from submission where detail = '…' or problem_id in (select id from problem where title like '%…')",
            "delete from problem where title like '%…'",
            "vacuum problem, problem_version, submission",
            "delete from account where password_hash = '…'");

    @Autowired
    private RestTestClient anonymous;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource dataSource;

    @RegisterExtension
    private final WorkerByHand worker = WorkerByHand.connect();

    private Submitter admin;
    private TestUser student;
    private String submission;

    @BeforeEach
    void fillTheTables() throws Exception {
        admin = Submitter.owner(anonymous, TestProblem.aProblem());
        student = TestUser.student(anonymous);
        worker.forgetWhatWaits();
        submission = new Submitter(student.http(), admin.problem()).submitted();
        worker.report(worker.take(), Judgings.judged(Verdict.WRONG_ANSWER));
        admin.awaitDone(submission);
        for (String statement : MANY) {
            jdbc.sql(statement)
                    .param("problem", admin.problem())
                    .param("submission", UUID.fromString(submission))
                    .update();
        }
        jdbc.sql("analyze").update();
    }

    @AfterEach
    void emptyTheTables() {
        FEW.forEach(statement -> jdbc.sql(statement).update());
    }

    @Test
    void noPageReadsAWholeTable() throws Exception {
        Map<String, Long> before = scansOfLargeTables();
        assertThat(before)
                .containsKeys("account", "problem", "problem_version", "submission", "submission_file", "judging");

        for (int round = 1; round <= ROUNDS; round++) {
            readEveryPage(round);
        }

        Map<String, Long> after = scansOfLargeTables();
        assertThat(after)
                .allSatisfy((table, scans) -> assertThat(scans - before.getOrDefault(table, 0L))
                        .as("whole reads of %s", table)
                        .isLessThan(ROUNDS));
    }

    private void readEveryPage(int round) {
        Submitter submitter = new Submitter(student.http(), "many-" + round);
        String id = submitter.submitted();
        for (RestTestClient client : List.of(student.http(), admin.http())) {
            for (String page : List.of(
                    "/me",
                    "/problems",
                    "/problems?tag=tag-" + round,
                    "/problems?query=many-" + round,
                    "/problems/many-" + round,
                    "/submissions",
                    "/submissions?problem=many-" + round,
                    "/submissions?verdict=ACCEPTED",
                    "/submissions?language=cpp",
                    "/submissions?user=" + (client == admin.http() ? "many-" + round : student.username()),
                    "/submissions/" + id,
                    "/submissions/" + id + "/source")) {
                read(client, page);
            }
        }
        for (String page : List.of(
                "/admin/users",
                "/admin/problems",
                "/admin/problems?query=many-" + round,
                "/admin/problems/many-" + round,
                "/admin/dead-letters")) {
            read(admin.http(), page);
        }
        submitter.cancel(id).expectStatus().isOk();
        TestUser.logIn(anonymous, student.username(), student.password());
    }

    /** A page, and where it is one of a list the next. */
    private static void read(RestTestClient client, String page) {
        JsonNode next = at(client, page).path("next");
        if (next.isString()) {
            at(client, page + (page.contains("?") ? "&" : "?") + "after=" + next.asString());
        }
    }

    private static JsonNode at(RestTestClient client, String page) {
        return json(client.get().uri("/api/v1" + page).exchange().expectStatus().isOk());
    }

    /** How often each table was read from one end to the other. */
    private Map<String, Long> scansOfLargeTables() throws SQLException {
        tellWhatConnectionsCounted();
        Map<String, Long> scans = new TreeMap<>();
        jdbc.sql("select relname, seq_scan from pg_stat_user_tables where n_live_tup >= 5000")
                .query(row -> {
                    scans.put(row.getString(1), row.getLong(2));
                });
        return scans;
    }

    /** Each connection counts for itself, and tells only now and then. */
    private void tellWhatConnectionsCounted() throws SQLException {
        List<Connection> all = new ArrayList<>();
        try {
            int size = dataSource.unwrap(HikariDataSource.class).getMaximumPoolSize();
            for (int i = 0; i < size; i++) {
                Connection connection = dataSource.getConnection();
                all.add(connection);
                try (var statement = connection.createStatement()) {
                    statement.execute("select pg_stat_force_next_flush()");
                }
            }
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
    }
}
