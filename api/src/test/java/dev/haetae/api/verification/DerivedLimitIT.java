package dev.haetae.api.verification;

import static dev.haetae.api.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.haetae.api.ApiTest;
import dev.haetae.api.testing.Submitter;
import dev.haetae.api.testing.TestProblem;
import dev.haetae.api.testing.TestUser;
import dev.haetae.api.testing.WorkerByHand;
import dev.haetae.common.Head;
import dev.haetae.common.JudgeRequest;
import dev.haetae.common.JudgeResult.Judged;
import dev.haetae.common.JudgeTask.JudgeSubmission;
import dev.haetae.common.Queues;
import dev.haetae.common.TestResult;
import dev.haetae.common.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Problems that state no time limit, and those who submit to them; the worker is played by hand. */
@ApiTest
class DerivedLimitIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String LEGACY = "name: Sum\n";

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
    void makesSubmissionsWaitUntilItIsKnown() throws Exception {
        String slug = TestProblem.freshSlug();
        JsonNode imported =
                json(TestProblem.aProblem().with("problem.yaml", LEGACY).sentBy(admin, slug));
        assertThat(imported.get("state").asString()).isEqualTo("CHECKING");
        assertThat(imported.at("/timeLimit/source").asString()).isEqualTo("DERIVED");
        String waiting = submitted(slug);

        JudgeRequest measuring = worker.take(Queues.BULK_REQUESTS);
        assertThat(limit(measuring)).isEqualTo(60_000);
        worker.report(measuring, judged(Verdict.ACCEPTED, 300));

        JudgeRequest live = worker.take();
        assertThat(live.submissionId()).hasToString(waiting);
        assertThat(limit(live)).isEqualTo(2_000);
        JsonNode problem = json(anonymous.get().uri("/api/v1/problems/" + slug).exchange());
        assertThat(problem.get("state").asString()).isEqualTo("READY");
        assertThat(problem.at("/limits/timeMillis").asInt()).isEqualTo(2_000);
        rename(slug);
        assertThat(edited(slug).at("/timeLimit/source").asString()).isEqualTo("DERIVED");
        assertThat(edited(slug).get("state").asString()).isEqualTo("READY");
    }

    @Test
    void losesNoSubmissionWhenNoSolutionIsAccepted() throws Exception {
        String slug = TestProblem.aProblem().with("problem.yaml", LEGACY).importedBy(admin);
        String waiting = submitted(slug);
        worker.report(worker.take(Queues.BULK_REQUESTS), judged(Verdict.WRONG_ANSWER, 1));

        JsonNode broken = awaitState(slug, "BROKEN");
        assertThat(broken.at("/timeLimit/notes/0").asString()).contains("accepted/sum.py", "WRONG_ANSWER");
        submit(slug).expectStatus().isEqualTo(409);
        assertThat(json(admin.get().uri("/api/v1/submissions/" + waiting).exchange())
                        .get("status")
                        .asString())
                .isEqualTo("QUEUED");

        put(slug, "\"limits\": {\"timeMillis\": 3000}");
        JudgeRequest live = worker.take();
        assertThat(live.submissionId()).hasToString(waiting);
        assertThat(limit(live)).isEqualTo(12_000);
    }

    @Test
    void isMeasuredAgainWhenSomebodyAsks() throws Exception {
        String slug = TestProblem.aProblem().with("problem.yaml", LEGACY).importedBy(admin);
        String waiting = submitted(slug);
        worker.report(worker.take(Queues.BULK_REQUESTS), judged(Verdict.WRONG_ANSWER, 1));
        awaitState(slug, "BROKEN");

        JsonNode again = json(admin.post()
                .uri("/api/v1/admin/problems/" + slug + "/checks")
                .exchange()
                .expectStatus()
                .isAccepted());
        assertThat(again.get("state").asString()).isEqualTo("CHECKING");
        assertThat(again.get("version").asInt()).isEqualTo(1);
        worker.report(worker.take(Queues.BULK_REQUESTS), judged(Verdict.ACCEPTED, 300));

        assertThat(worker.take().submissionId()).hasToString(waiting);
        admin.post()
                .uri("/api/v1/admin/problems/" + slug + "/checks")
                .exchange()
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void measuresSlowSolutionsForAsLongAsTheyHaveToTake() throws Exception {
        String slug = TestProblem.aProblem()
                .with("problem.yaml", "problem_format_version: 2025-09\nname: Sum\nlimits:\n  time_resolution: 0.1\n")
                .with("submissions/time_limit_exceeded/slow.c", "int main(void) { for (;;); }")
                .importedBy(admin);
        worker.report(worker.take(Queues.BULK_REQUESTS), judged(Verdict.ACCEPTED, 95));

        JudgeRequest slow = worker.take(Queues.BULK_REQUESTS);
        assertThat(limit(slow)).isEqualTo(300);
        worker.report(slow, judged(Verdict.ACCEPTED, 299));

        assertThat(awaitState(slug, "BROKEN").at("/timeLimit/notes/0").asString())
                .contains("submissions/time_limit_exceeded/slow.c is not slow enough");
    }

    @Test
    void isTwoSecondsWithoutASolutionThatCanBeMeasured() {
        String slug = TestProblem.freshSlug();

        JsonNode imported = json(TestProblem.aProblem()
                .with("problem.yaml", LEGACY)
                .without("submissions/accepted/sum.py")
                .with("submissions/accepted/sum.cobol", "x")
                .sentBy(admin, slug));

        assertThat(imported.get("state").asString()).isEqualTo("READY");
        assertThat(imported.at("/timeLimit/millis").asInt()).isEqualTo(2_000);
        assertThat(imported.get("warnings").toString()).contains("no accepted solution can be judged here");
    }

    private static long limit(JudgeRequest request) {
        return ((JudgeSubmission) request.task()).limits().timeMillis();
    }

    /** In a language whose programs have four times as long. */
    private ResponseSpec submit(String slug) {
        return new Submitter(admin, slug).submit(Map.of("language", "python3", "source", "print(3)"));
    }

    private String submitted(String slug) {
        return json(submit(slug).expectStatus().isAccepted()).get("id").asString();
    }

    private void rename(String slug) {
        put(slug, "\"title\": \"Another\"");
    }

    private void put(String slug, String fields) {
        int version = edited(slug).get("version").asInt();
        admin.put()
                .uri("/api/v1/admin/problems/{slug}", slug)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"version\": " + version + ", " + fields + "}")
                .exchange()
                .expectStatus()
                .isOk();
    }

    private JsonNode edited(String slug) {
        return json(admin.get().uri("/api/v1/admin/problems/{slug}", slug).exchange());
    }

    private JsonNode awaitState(String slug, String state) {
        return Objects.requireNonNull(await().atMost(SOON)
                .until(() -> edited(slug), read -> read.get("state").asString().equals(state)));
    }

    private static Judged judged(Verdict verdict, long millis) {
        Head nothing = Head.of(new byte[0], 0);
        TestResult test = new TestResult(
                2, "secret/1", "secret", verdict, null, 0, null, millis, millis, 1, null, null, nothing, nothing);
        return new Judged(verdict, List.of(test), 3, "cc 1", "");
    }
}
