package dev.haetae.api.submission;

import static dev.haetae.api.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.api.ApiTest;
import dev.haetae.api.testing.EditClient;
import dev.haetae.api.testing.EventClient;
import dev.haetae.api.testing.EventClient.Event;
import dev.haetae.api.testing.Submitter;
import dev.haetae.api.testing.TestProblem;
import dev.haetae.api.testing.TestUser;
import dev.haetae.api.testing.WorkerByHand;
import dev.haetae.common.GroupResult;
import dev.haetae.common.Head;
import dev.haetae.common.JudgeProgress.Compiling;
import dev.haetae.common.JudgeProgress.Running;
import dev.haetae.common.JudgeProgress.TestFinished;
import dev.haetae.common.JudgeProgress.TestSkipped;
import dev.haetae.common.JudgeRequest;
import dev.haetae.common.JudgeResult.Judged;
import dev.haetae.common.JudgeTask.JudgeSubmission;
import dev.haetae.common.Scoring;
import dev.haetae.common.Skip;
import dev.haetae.common.SkippedTest;
import dev.haetae.common.TestResult;
import dev.haetae.common.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** A scoring problem and a submission to it, judged by a worker that the test plays. */
@ApiTest
class ScoredSubmissionIT {

    @Autowired
    private RestTestClient anonymous;

    @LocalServerPort
    private int port;

    @RegisterExtension
    private final WorkerByHand worker = WorkerByHand.connect();

    private Submitter admin;
    private TestUser user;
    private Submitter student;

    @BeforeEach
    void prepare() throws Exception {
        TestProblem problem = TestProblem.aProblem()
                .with("problem.yaml", "name: Sum\ntype: scoring\nlimits: {time_limit: 1}\n")
                .with("data/testdata.yaml", "range: 0 50\ngrader_flags: ignore_sample\n");
        admin = Submitter.owner(anonymous, problem);
        user = TestUser.student(anonymous);
        student = new Submitter(user.http(), admin.problem());
        worker.forgetWhatWaits();
    }

    @Test
    void isShownWithItsGroupsAndWithTheTestsThatWereLeftOut() throws Exception {
        String id = student.submitted();
        JudgeRequest request = worker.take();

        worker.report(request, result());

        JsonNode done = student.awaitDone(id);
        assertThat(((JudgeSubmission) request.task()).scoring()).isInstanceOf(Scoring.Graders.class);
        assertThat(done.get("score").decimalValue()).isEqualByComparingTo("12.5");
        assertThat(done.get("maxScore").asInt()).isEqualTo(50);
        assertThat(done.get("testsDone").asInt()).isEqualTo(2);
        assertThat(done.at("/groups/1/name").asString()).isEqualTo("secret");
        assertThat(done.at("/groups/1/score").decimalValue()).isEqualByComparingTo("12.5");
        assertThat(done.get("tests")).hasSize(2);
        JsonNode seenByStaff = admin.read(id);
        assertThat(seenByStaff.get("tests")).hasSize(3);
        assertThat(seenByStaff.at("/tests/1/maxScore").asInt()).isEqualTo(25);
        assertThat(seenByStaff.at("/tests/2/verdict").isNull()).isTrue();
        assertThat(seenByStaff.at("/tests/2/skipped").asString()).isEqualTo("BREAK");
    }

    @Test
    void showsAStudentGroupsWithoutTestsWhereTheProblemSaysSo() throws Exception {
        EditClient.change(admin.http(), admin.problem(), Map.of("version", 1, "feedbackPolicy", "GROUPS"))
                .expectStatus()
                .isOk();
        String id = student.submitted();
        JudgeRequest request = worker.take();
        EventClient events = EventClient.open(port, id, user);

        tellOfEachTest(request);
        worker.tell(request, new TestSkipped(skipped(), 3));
        worker.report(request, result());

        assertThat(events.untilTheEnd()).extracting(Event::id).containsExactly("1-0", "1-1", "1-2", "1-3", "1-1000000");
        JsonNode done = student.awaitDone(id);
        assertThat(done.get("tests")).hasSize(1);
        assertThat(done.at("/tests/0/name").asString()).isEqualTo("sample/1");
        assertThat(done.at("/groups/1/verdict").asString()).isEqualTo("WRONG_ANSWER");
    }

    @Test
    void tellsAStudentOfSamplesOnlyWhereTheProblemSaysSo() throws Exception {
        EditClient.change(admin.http(), admin.problem(), Map.of("version", 1, "feedbackPolicy", "NONE"))
                .expectStatus()
                .isOk();
        String id = student.submitted();
        JudgeRequest request = worker.take();
        EventClient events = EventClient.open(port, id, user);

        tellOfEachTest(request);
        worker.report(request, result());

        List<Event> told = events.untilTheEnd();
        assertThat(told).extracting(Event::id).containsExactly("1-0", "1-1", "1-2", "1-3", "1-1000000");
        assertThat(told.toString()).doesNotContain("WRONG_ANSWER", "12.5", "\"testsTotal\":3", "\"testsDone\":2");
        JsonNode done = student.awaitDone(id);
        assertThat(done.get("tests")).hasSize(1);
        for (String hidden : List.of("verdict", "score", "timeMillis", "wallMillis", "memoryBytes")) {
            assertThat(done.get(hidden).isNull()).as(hidden).isTrue();
        }
        assertThat(done.get("groups")).isEmpty();
        assertThat(done.get("testsTotal").asInt()).isEqualTo(1);
        assertThat(listed(student, "")).isEqualTo(1);
        assertThat(listed(student, "&verdict=WRONG_ANSWER")).isZero();
        assertThat(listed(admin, "&verdict=WRONG_ANSWER")).isEqualTo(1);
        assertThat(tag(id)).doesNotContain("WRONG_ANSWER");
        assertThat(admin.read(id).get("verdict").asString()).isEqualTo("WRONG_ANSWER");
    }

    private static int listed(Submitter client, String filter) {
        return json(client.http()
                        .get()
                        .uri("/api/v1/submissions?problem=" + client.problem() + filter)
                        .exchange())
                .get("items")
                .size();
    }

    private String tag(String id) {
        return String.valueOf(student.http()
                .get()
                .uri("/api/v1/submissions/{id}", id)
                .exchange()
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag());
    }

    @Test
    void saysOfTheProblemWhatCanBeReached() {
        JsonNode shown = json(student.http()
                .get()
                .uri("/api/v1/problems/{slug}", student.problem())
                .exchange());

        assertThat(shown.get("type").asString()).isEqualTo("SCORING");
        assertThat(shown.get("maxScore").asInt()).isEqualTo(50);
        assertThat(shown.at("/groups/1/name").asString()).isEqualTo("secret");
        assertThat(shown.at("/groups/1/maxScore").asInt()).isEqualTo(50);
        assertThat(shown.at("/groups/1/tests").asInt()).isEqualTo(2);
    }

    private void tellOfEachTest(JudgeRequest request) throws Exception {
        worker.tell(request, new Compiling());
        worker.tell(request, new Running(3));
        worker.tell(request, new TestFinished(result().tests().getFirst(), 3));
        worker.tell(request, new TestFinished(result().tests().getLast(), 3));
    }

    private static Judged result() {
        BigDecimal half = new BigDecimal("12.5");
        BigDecimal fifty = new BigDecimal("50");
        return new Judged(
                Verdict.WRONG_ANSWER,
                half,
                List.of(
                        new GroupResult("sample", null, Verdict.ACCEPTED, BigDecimal.ONE, fifty, 1, 1, null),
                        new GroupResult("secret", null, Verdict.WRONG_ANSWER, half, fifty, 1, 2, null)),
                Verdict.ACCEPTED,
                List.of(
                        test(1, "sample", Verdict.ACCEPTED, null),
                        test(2, "secret", Verdict.WRONG_ANSWER, new BigDecimal("25"))),
                List.of(skipped()),
                3,
                "cc 1",
                "");
    }

    private static SkippedTest skipped() {
        return new SkippedTest(3, "secret/2", "secret", Skip.BREAK);
    }

    private static TestResult test(int index, String group, Verdict verdict, @Nullable BigDecimal most) {
        TestResult test = new TestResult(
                index, group + "/1", group, verdict, null, 0, null, 1, 2, 1 << 20, null, null, Head.EMPTY, Head.EMPTY);
        return test.worth(most == null ? null : BigDecimal.ZERO, most);
    }
}
