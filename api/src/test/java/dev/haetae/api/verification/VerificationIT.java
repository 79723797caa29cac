package dev.haetae.api.verification;

import static dev.haetae.api.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.haetae.api.ApiTest;
import dev.haetae.api.testing.TestProblem;
import dev.haetae.api.testing.TestUser;
import dev.haetae.api.testing.WorkerByHand;
import dev.haetae.common.GroupResult;
import dev.haetae.common.Head;
import dev.haetae.common.InputFault;
import dev.haetae.common.JudgeRequest;
import dev.haetae.common.JudgeResult.CompileFailed;
import dev.haetae.common.JudgeResult.FaultyPart;
import dev.haetae.common.JudgeResult.JudgeFailed;
import dev.haetae.common.JudgeResult.Judged;
import dev.haetae.common.JudgeResult.PackageChecked;
import dev.haetae.common.JudgeTask.CheckPackage;
import dev.haetae.common.JudgeTask.JudgeSubmission;
import dev.haetae.common.Queues;
import dev.haetae.common.Scoring;
import dev.haetae.common.TestResult;
import dev.haetae.common.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A problem's solutions judged and compared; the worker is played by hand. */
@ApiTest
class VerificationIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    private RestTestClient anonymous;

    @RegisterExtension
    private final WorkerByHand worker = WorkerByHand.connect();

    private RestTestClient admin;

    @BeforeEach
    void prepare() throws Exception {
        admin = TestUser.admin(anonymous).http();
        worker.forgetWhatWaits();
    }

    @Test
    void judgesEachSolutionOnAllTestsWithTwiceItsTime() throws Exception {
        String slug = TestProblem.aProblem().importedBy(admin);

        begin(slug).expectStatus().isAccepted();

        JudgeSubmission task =
                (JudgeSubmission) worker.take(Queues.BULK_REQUESTS).task();
        assertThat(task.language()).isEqualTo("pypy3");
        assertThat(task.limits().timeMillis()).isEqualTo(1_000);
        assertThat(task.stopMillis()).isEqualTo(2_000);
        assertThat(task.scoring()).isEqualTo(new Scoring.PassFailOnAll());
        assertThat(task.files())
                .singleElement()
                .satisfies(file -> assertThat(file.name()).isEqualTo("sum.py"));
    }

    @Test
    void comparesWhatIsExpectedWithWhatCame() throws Exception {
        String slug = TestProblem.aProblem()
                .with("submissions/time_limit_exceeded/slow.c", "int main(void) { for (;;); }")
                .importedBy(admin);
        String id = json(begin(slug)).get("id").asString();

        for (int i = 0; i < 2; i++) {
            JudgeRequest request = worker.take(Queues.BULK_REQUESTS);
            boolean python = ((JudgeSubmission) request.task()).language().equals("pypy3");
            worker.report(request, python ? judged(Verdict.ACCEPTED, 400) : judged(Verdict.ACCEPTED, 1_500));
        }

        JsonNode done = awaitDone(slug, id);
        assertThat(done.get("matches").asBoolean()).isTrue();
        assertThat(done.at("/rows/0/file").asString()).isEqualTo("submissions/accepted/sum.py");
        assertThat(done.at("/rows/0/verdict").asString()).isEqualTo("ACCEPTED");
        assertThat(done.at("/rows/1/expected/0").asString()).isEqualTo("TIME_LIMIT_EXCEEDED");
        assertThat(done.at("/rows/1/verdict").asString()).isEqualTo("TIME_LIMIT_EXCEEDED");
        assertThat(done.at("/rows/1/slowestTest").asString()).isEqualTo("secret/1");
        assertThat(done.at("/rows/1/maxTimeMillis").asInt()).isEqualTo(1_500);
        assertThat(done.at("/timeLimit/lowerMillis").asInt()).isEqualTo(2_000);
        assertThat(done.at("/timeLimit/upperMillis").asInt()).isEqualTo(750);
        assertThat(done.at("/timeLimit/chosenMillis").asInt()).isEqualTo(2_000);
    }

    @Test
    void comparesScoresWithWhatIsExpected() throws Exception {
        String slug = TestProblem.aProblem()
                .with("problem.yaml", "name: Sum\ntype: scoring\nlimits: {time_limit: 1}\n")
                .with("data/testdata.yaml", "range: 0 100\non_reject: continue\n")
                .without("submissions/accepted/sum.py")
                .with("submissions/partially_accepted/half.py", "# @EXPECTED_SCORE@: 50\n")
                .importedBy(admin);
        String id = json(begin(slug)).get("id").asString();
        JudgeRequest request = worker.take(Queues.BULK_REQUESTS);
        GroupResult secret = new GroupResult(
                "secret", null, Verdict.ACCEPTED, new BigDecimal("50"), new BigDecimal("100"), 2, 2, null);

        worker.report(
                request,
                new Judged(
                        Verdict.WRONG_ANSWER,
                        new BigDecimal("50"),
                        List.of(secret),
                        Verdict.ACCEPTED,
                        judged(Verdict.WRONG_ANSWER, 20).tests(),
                        null,
                        3,
                        "cc 1",
                        ""));

        JsonNode row = awaitDone(slug, id).at("/rows/0");
        assertThat(row.get("matches").asBoolean()).isTrue();
        assertThat(row.get("score").asInt()).isEqualTo(50);
        assertThat(row.get("expectedScore").asInt()).isEqualTo(50);
        assertThat(row.at("/groups/0/name").asString()).isEqualTo("secret");
        assertThat(row.at("/groups/0/score").asInt()).isEqualTo(50);
    }

    @Test
    void tellsAMismatchAndItsCause() throws Exception {
        String slug = TestProblem.aProblem().importedBy(admin);
        String id = json(begin(slug)).get("id").asString();

        worker.report(worker.take(Queues.BULK_REQUESTS), new CompileFailed("pypy", "line 1: no"));

        JsonNode done = awaitDone(slug, id);
        assertThat(done.get("matches").asBoolean()).isFalse();
        assertThat(done.at("/rows/0/matches").asBoolean()).isFalse();
        assertThat(done.at("/rows/0/detail").asString()).isEqualTo("line 1: no");
    }

    @Test
    void passesOverWhatIsInNoLanguage() throws Exception {
        String slug = TestProblem.aProblem()
                .with("submissions/accepted/notes.txt", "read me")
                .importedBy(admin);
        String id = json(begin(slug)).get("id").asString();

        worker.report(worker.take(Queues.BULK_REQUESTS), judged(Verdict.ACCEPTED, 1));

        JsonNode done = awaitDone(slug, id);
        assertThat(done.at("/rows/0/language").isNull()).isTrue();
        assertThat(done.at("/rows/0/detail").asString()).contains("language");
        assertThat(done.get("matches").asBoolean()).isTrue();
    }

    @Test
    void isTheOneThatIsUnderWayAlready() {
        String slug = TestProblem.aProblem().importedBy(admin);

        assertThat(json(begin(slug)).get("id")).isEqualTo(json(begin(slug)).get("id"));
    }

    @Test
    void countsForNoProblemAndIsNoSubmission() throws Exception {
        String slug = TestProblem.aProblem().importedBy(admin);
        String id = json(begin(slug)).get("id").asString();
        worker.report(worker.take(Queues.BULK_REQUESTS), judged(Verdict.ACCEPTED, 1));
        awaitDone(slug, id);

        admin.get()
                .uri("/api/v1/submissions?problem={slug}", slug)
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);
    }

    @Test
    void checksTheInputsOfEachTestSetOnce() throws Exception {
        String slug = TestProblem.aProblem()
                .with("input_validators/any.py", "exit(42)")
                .importedBy(admin);
        assertThat(edited(slug).get("checks").asString()).isEqualTo("PENDING");

        JudgeRequest request = worker.take(Queues.BULK_REQUESTS);
        assertThat(((CheckPackage) request.task()).tests().tests()).isEqualTo(3);
        InputFault fault = new InputFault("input_validators/any.py", "secret/2", "rejects it with exit code 1");
        worker.report(request, new PackageChecked(3, List.of(fault)));

        JsonNode failed = awaitChecks(slug, "FAILED");
        assertThat(failed.at("/checkFaults/0/input").asString()).isEqualTo("secret/2");
        removeTest(slug, "secret/2");
        worker.report(worker.take(Queues.BULK_REQUESTS), new PackageChecked(2, List.of()));
        assertThat(awaitChecks(slug, "PASSED").get("checkFaults").isEmpty()).isTrue();
        rename(slug);
        assertThat(edited(slug).get("checks").asString()).isEqualTo("PASSED");
    }

    @Test
    void saysThatTheInputsCouldNotBeCheckedAndChecksThemAgain() throws Exception {
        String slug = TestProblem.aProblem()
                .with("input_validators/any.py", "exit(42)")
                .importedBy(admin);

        worker.report(worker.take(Queues.BULK_REQUESTS), new JudgeFailed(FaultyPart.WORKER, "no room"));

        assertThat(awaitChecks(slug, "FAILED").at("/checkFaults/0/message").asString())
                .contains("WORKER: no room");
        checkAgain(slug).expectStatus().isAccepted();
        checkAgain(slug).expectStatus().isEqualTo(409);
        worker.report(worker.take(Queues.BULK_REQUESTS), new PackageChecked(3, List.of()));
        assertThat(awaitChecks(slug, "PASSED").get("version").asInt()).isEqualTo(1);
    }

    @Test
    void isRefusedWithoutSolutions() {
        String slug =
                TestProblem.aProblem().without("submissions/accepted/sum.py").importedBy(admin);

        begin(slug).expectStatus().isEqualTo(409);
    }

    @Test
    void isForThoseWhoMayEdit() {
        String slug = TestProblem.aProblem().importedBy(admin);
        RestTestClient student = TestUser.student(anonymous).http();

        student.post()
                .uri("/api/v1/admin/problems/{slug}/verification", slug)
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private void removeTest(String slug, String test) {
        admin.delete()
                .uri("/api/v1/admin/problems/" + slug + "/tests/" + test)
                .exchange()
                .expectStatus()
                .isOk();
    }

    private void rename(String slug) {
        int version = edited(slug).get("version").asInt();
        admin.put()
                .uri("/api/v1/admin/problems/{slug}", slug)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"version\": " + version + ", \"title\": \"Another\"}")
                .exchange()
                .expectStatus()
                .isOk();
    }

    private JsonNode edited(String slug) {
        return json(admin.get().uri("/api/v1/admin/problems/{slug}", slug).exchange());
    }

    private JsonNode awaitChecks(String slug, String state) {
        return Objects.requireNonNull(await().atMost(SOON)
                .until(() -> edited(slug), read -> read.get("checks").asString().equals(state)));
    }

    private ResponseSpec checkAgain(String slug) {
        return admin.post().uri("/api/v1/admin/problems/{slug}/checks", slug).exchange();
    }

    private ResponseSpec begin(String slug) {
        return admin.post()
                .uri("/api/v1/admin/problems/{slug}/verification", slug)
                .exchange();
    }

    private JsonNode awaitDone(String slug, String id) {
        return Objects.requireNonNull(await().atMost(SOON)
                .until(
                        () -> json(admin.get()
                                .uri("/api/v1/admin/problems/{slug}/verification/{id}", slug, id)
                                .exchange()),
                        read -> read.get("status").asString().equals("DONE")));
    }

    private static Judged judged(Verdict verdict, long millis) {
        Head nothing = Head.of(new byte[0], 0);
        TestResult test = new TestResult(
                2, "secret/1", "secret", verdict, null, 0, null, millis, millis, 1, null, null, nothing, nothing);
        return new Judged(verdict, List.of(test), 3, "cc 1", "");
    }
}
