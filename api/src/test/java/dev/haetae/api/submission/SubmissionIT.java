package dev.haetae.api.submission;

import static dev.haetae.api.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.api.ApiTest;
import dev.haetae.api.testing.Submitter;
import dev.haetae.api.testing.TestProblem;
import dev.haetae.api.testing.WorkerByHand;
import dev.haetae.common.JudgeTask.JudgeSubmission;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Submissions as they are taken or refused, and what a worker is asked with. */
@ApiTest
class SubmissionIT {

    @Autowired
    private RestTestClient anonymous;

    @Autowired
    private JdbcClient jdbc;

    @RegisterExtension
    private final WorkerByHand worker = WorkerByHand.connect();

    private Submitter admin;
    private Submitter student;

    @BeforeEach
    void prepare() {
        admin = Submitter.owner(anonymous, TestProblem.aProblem());
        student = Submitter.student(anonymous, admin.problem());
        worker.forgetWhatWaits();
    }

    @Test
    void isTakenAndAnsweredWithWhereItIs() {
        JsonNode taken = json(student.submit("int main;").expectStatus().isAccepted());

        JsonNode read = student.read(taken.get("id").asString());
        assertThat(read).isEqualTo(taken);
        assertThat(read.get("status").asString()).isEqualTo("QUEUED");
        assertThat(read.get("verdict").isNull()).isTrue();
        assertThat(read.get("testsTotal").asInt()).isEqualTo(3);
    }

    @Test
    void asksAWorkerWithAllThatItNeeds() throws Exception {
        byte[] source = {'x', 0, (byte) 0xFF};

        student.submitFile(Map.of("name", "a.c", "contentBase64", source))
                .expectStatus()
                .isAccepted();

        JudgeSubmission task = (JudgeSubmission) worker.take().task();
        assertThat(task.language()).isEqualTo("c");
        assertThat(task.limits().timeMillis()).isEqualTo(1_000);
        assertThat(task.tests().tests()).isEqualTo(3);
        assertThat(task.files()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("a.c");
            assertThat(file.content()).isEqualTo(source);
        });
    }

    @Test
    void isJudgedWithTheFilesThatItsProblemIncludes() throws Exception {
        TestProblem other = TestProblem.aProblem()
                .with("include/c/main.c", "the problem's")
                .with("include/c/lib/grader.h", "more")
                .with("include/java/Main.java", "");

        student.on(other.importedBy(admin.http()))
                .submitFile(Map.of("name", "main.c", "content", "the student's"))
                .expectStatus()
                .isAccepted();

        assertThat(((JudgeSubmission) worker.take().task()).files())
                .extracting(file -> file.name() + ": " + new String(file.content(), StandardCharsets.UTF_8))
                .containsExactly("lib/grader.h: more", "main.c: the problem's");
    }

    @Test
    void givesTheFirstAnswerAgainForTheSameKey() {
        String key = UUID.randomUUID().toString();

        JsonNode first = json(student.submit("int main;", key).expectStatus().isAccepted());
        ResponseSpec again = student.submit("int main;", key)
                .expectStatus()
                .isAccepted()
                .expectHeader()
                .location("/api/v1/submissions/" + first.get("id").asString());
        student.submit("int other;", key).expectStatus().isEqualTo(422);

        assertThat(json(again)).isEqualTo(first);
    }

    /** Another node may have hidden it, so nothing tells this one. */
    @Test
    void isRefusedOnceItsProblemIsHidden() {
        student.submitted();
        jdbc.sql("update problem set visibility = 'HIDDEN' where slug = ?")
                .param(student.problem())
                .update();

        student.submit("int main;").expectStatus().isNotFound();
    }

    @Test
    void isForAVersionThatCameAfterTheLastOne() {
        student.submitted();
        jdbc.sql("""
                with next as (update problem set version = 2 where slug = ? returning id)
                insert into problem_version (problem_id, number, author_id, content)
                select problem_id, 2, author_id, content from problem_version join next on problem_id = id
                """).param(student.problem()).update();

        String id = student.submitted();

        assertThat(jdbc.sql("select problem_version from submission where id = ?")
                        .param(UUID.fromString(id))
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void isRefusedWhenTooLarge() {
        student.submit("x".repeat(1_025)).expectStatus().isEqualTo(413);
        student.submit("x".repeat(1_024)).expectStatus().isAccepted();
    }

    @Test
    void isRefusedInAnUnknownLanguage() {
        JsonNode refusal = json(student.submit(Map.of("language", "cobol", "source", "x"))
                .expectStatus()
                .isEqualTo(422));

        assertThat(refusal.get("type").asString()).isEqualTo("/problems/validation");
        assertThat(refusal.at("/errors/0/field").asString()).isEqualTo("language");
    }

    @Test
    void isRefusedWhenItsBytesAreNoBase64() {
        JsonNode refusal = json(student.submitFile(Map.of("name", "a.c", "contentBase64", "@@"))
                .expectStatus()
                .isEqualTo(422));

        assertThat(refusal.at("/errors/0/field").asString()).isEqualTo("files[0].contentBase64");
    }

    @Test
    void isRefusedForAProblemThatIsNotThere() {
        student.on("no-such-problem").submit("x").expectStatus().isNotFound();
    }

    @Test
    void showsItsSourceAsText() {
        JsonNode taken =
                json(student.submitFile(Map.of("name", "a.c", "contentBase64", new byte[] {'x', 0, (byte) 0xFF}))
                        .expectStatus()
                        .isAccepted());

        JsonNode source = json(student.http()
                .get()
                .uri("/api/v1/submissions/{id}/source", taken.get("id").asString())
                .exchange()
                .expectStatus()
                .isOk());

        assertThat(source.at("/files/0/content").asString()).isEqualTo("x\uFFFD\uFFFD");
    }
}
