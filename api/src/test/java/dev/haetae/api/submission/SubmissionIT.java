package dev.haetae.api.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.haetae.api.ApiTest;
import dev.haetae.api.testing.TestProblem;
import dev.haetae.api.testing.TestUser;
import dev.haetae.api.testing.WorkerByHand;
import dev.haetae.common.Head;
import dev.haetae.common.JudgeProgress.Compiling;
import dev.haetae.common.JudgeProgress.Running;
import dev.haetae.common.JudgeProgress.TestFinished;
import dev.haetae.common.JudgeRequest;
import dev.haetae.common.JudgeResult;
import dev.haetae.common.JudgeResult.CompileFailed;
import dev.haetae.common.JudgeResult.FaultyPart;
import dev.haetae.common.JudgeResult.JudgeFailed;
import dev.haetae.common.JudgeResult.Judged;
import dev.haetae.common.JudgeTask.JudgeSubmission;
import dev.haetae.common.Queues;
import dev.haetae.common.TestResult;
import dev.haetae.common.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Submissions over HTTP, judged by a worker that the test plays. */
@ApiTest
class SubmissionIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final List<Verdict> ALL_ACCEPTED = List.of(Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.ACCEPTED);

    @Autowired
    private RestTestClient anonymous;

    @Autowired
    private AmqpAdmin broker;

    private WorkerByHand worker;
    private RestTestClient admin;
    private RestTestClient student;
    private String problem;

    @BeforeEach
    void prepare() throws Exception {
        worker = WorkerByHand.connect();
        admin = TestUser.admin(anonymous).http();
        student = TestUser.student(anonymous).http();
        problem = TestProblem.aProblem().importedBy(admin);
        broker.purgeQueue(Queues.LIVE_REQUESTS, false);
    }

    @AfterEach
    void leave() throws Exception {
        worker.close();
    }

    @Test
    void isTakenAndAnsweredWithWhereItIs() {
        JsonNode taken = json(submit(student, "int main;").expectStatus().isAccepted());

        JsonNode read = read(student, taken.get("id").asString());
        assertThat(read).isEqualTo(taken);
        assertThat(read.get("status").asString()).isEqualTo("QUEUED");
        assertThat(read.get("verdict").isNull()).isTrue();
        assertThat(read.get("testsTotal").asInt()).isEqualTo(3);
    }

    @Test
    void asksAWorkerWithAllThatItNeeds() throws Exception {
        byte[] source = {'x', 0, (byte) 0xFF};

        submitFiles(student, Map.of("name", "a.c", "contentBase64", source))
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
        problem = TestProblem.aProblem()
                .with("include/c/main.c", "the problem's")
                .with("include/c/lib/grader.h", "more")
                .with("include/java/Main.java", "")
                .importedBy(admin);

        submitFiles(student, Map.of("name", "main.c", "content", "the student's"))
                .expectStatus()
                .isAccepted();

        assertThat(((JudgeSubmission) worker.take().task()).files())
                .extracting(file -> file.name() + ": " + new String(file.content(), StandardCharsets.UTF_8))
                .containsExactly("lib/grader.h: more", "main.c: the problem's");
    }

    @Test
    void showsItsVerdictToItsOwner() throws Exception {
        String id = submitted(student);

        worker.report(worker.take(), judged(Verdict.ACCEPTED, Verdict.WRONG_ANSWER));

        JsonNode done = awaitDone(student, id);
        assertThat(done.get("verdict").asString()).isEqualTo("WRONG_ANSWER");
        assertThat(done.get("timeMillis").asInt()).isEqualTo(12);
        assertThat(done.get("tests")).hasSize(2);
        assertThat(done.at("/judgement/worker").asString()).isEqualTo("by-hand");
        assertThat(done.at("/judgement/sandbox").asString()).isEqualTo("no sandbox");
    }

    @Test
    void showsSamplesButNotHiddenTestsToItsOwner() throws Exception {
        String id = submitted(student);

        worker.report(worker.take(), judged(Verdict.ACCEPTED, Verdict.WRONG_ANSWER));

        JsonNode done = awaitDone(student, id);
        assertThat(done.at("/tests/0/input/text").asString()).isEqualTo("1 2\n");
        assertThat(done.at("/tests/0/expected/text").asString()).isEqualTo("3\n");
        assertThat(done.at("/tests/1/verdict").asString()).isEqualTo("WRONG_ANSWER");
        assertThat(done.at("/tests/1/feedback").asString()).isEqualTo("look again");
        for (String hidden :
                List.of("input", "expected", "output", "stderr", "judgeFeedback", "timeMillis", "exitCode")) {
            assertThat(done.at("/tests/1/" + hidden).isNull()).as(hidden).isTrue();
        }
    }

    @Test
    void showsStudentsNotEvenSamplesOfAnInteractiveProblem() throws Exception {
        problem = TestProblem.aProblem()
                .with("problem.yaml", "name: Talk\nvalidation: custom interactive\nlimits: {time_limit: 1}\n")
                .with("output_validators/talk.c", "int main(void) { return 42; }\n")
                .importedBy(admin);
        String id = submitted(student);

        worker.report(worker.take(), judged(Verdict.ACCEPTED, Verdict.WRONG_ANSWER));

        JsonNode sample = awaitDone(student, id).at("/tests/0");
        assertThat(sample.get("input").isNull()).isTrue();
        assertThat(sample.get("expected").isNull()).isTrue();
        assertThat(read(admin, id).at("/tests/0/input/text").asString()).isEqualTo("1 2\n");
    }

    @Test
    void showsHiddenTestsToStaff() throws Exception {
        String id = submitted(student);

        worker.report(worker.take(), judged(Verdict.ACCEPTED, Verdict.WRONG_ANSWER));

        JsonNode done = awaitDone(admin, id);
        assertThat(done.at("/tests/1/input/text").asString()).isEqualTo("2 2\n");
        assertThat(done.at("/tests/1/judgeFeedback").asString()).isEqualTo("differs");
    }

    @Test
    void isNotThereForOtherStudents() {
        String id = submitted(student);
        RestTestClient other = TestUser.student(anonymous).http();

        for (String path : List.of("", "/source", "/events")) {
            other.get()
                    .uri("/api/v1/submissions/" + id + path)
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
        other.post()
                .uri("/api/v1/submissions/" + id + "/cancel")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void endsInACompileErrorWithTheCompilersWords() throws Exception {
        String id = submitted(student);

        worker.report(worker.take(), new CompileFailed("cc 1", "main.c:1: no"));

        JsonNode done = awaitDone(student, id);
        assertThat(done.get("verdict").asString()).isEqualTo("COMPILE_ERROR");
        assertThat(done.get("compilerOutput").asString()).isEqualTo("main.c:1: no");
    }

    @Test
    void tellsTheCauseOfAJudgeErrorToAdministratorsOnly() throws Exception {
        String id = submitted(student);

        worker.report(worker.take(), new JudgeFailed(FaultyPart.CHECKER, "the checker crashed"));

        assertThat(awaitDone(student, id).get("detail").isNull()).isTrue();
        assertThat(read(admin, id).get("detail").asString()).isEqualTo("CHECKER: the checker crashed");
    }

    @Test
    void isJudgedAgainWhenAnOperatorRedrivesIt() throws Exception {
        String id = submitted(student);
        worker.report(worker.take(), new JudgeFailed(FaultyPart.WORKER, "out of order"));
        awaitDone(student, id);

        json(admin.post()
                .uri("/api/v1/admin/dead-letters/{id}/redrive", deadLetterOf(id))
                .exchange()
                .expectStatus()
                .isAccepted());
        JudgeRequest again = worker.take();
        worker.report(again, judged(Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.ACCEPTED));

        assertThat(again.attempt()).isEqualTo(2);
        assertThat(awaitDone(student, id).get("verdict").asString()).isEqualTo("ACCEPTED");
        admin.post()
                .uri("/api/v1/admin/dead-letters/{id}/redrive", deadLetterOf(id))
                .exchange()
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void countsForItsProblemOnce() throws Exception {
        String id = submitted(student);
        JudgeRequest request = worker.take();

        worker.report(request, judged(ALL_ACCEPTED.toArray(Verdict[]::new)));
        worker.report(request, judged(ALL_ACCEPTED.toArray(Verdict[]::new)));
        awaitDone(student, id);

        JsonNode problems = json(anonymous
                .get()
                .uri("/api/v1/problems?query={slug}", problem)
                .exchange()
                .expectStatus()
                .isOk());
        assertThat(problems.get("items"))
                .singleElement()
                .satisfies(item -> assertThat(item.get("solvedBy").asInt()).isEqualTo(1));
    }

    @Test
    void isWithdrawnByItsOwnerAndThenJudgedNoMore() throws Exception {
        String id = submitted(student);
        JudgeRequest request = worker.take();

        student.post()
                .uri("/api/v1/submissions/{id}/cancel", id)
                .exchange()
                .expectStatus()
                .isOk();
        worker.report(request, judged(Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.ACCEPTED));
        String later = submitted(student);
        worker.report(worker.take(), judged(Verdict.WRONG_ANSWER));
        awaitDone(student, later);

        assertThat(read(student, id).get("verdict").asString()).isEqualTo("CANCELLED");
        student.post()
                .uri("/api/v1/submissions/{id}/cancel", id)
                .exchange()
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void givesTheFirstAnswerAgainForTheSameKey() {
        String key = UUID.randomUUID().toString();

        JsonNode first = json(submit(student, "int main;", key).expectStatus().isAccepted());
        JsonNode again = json(submit(student, "int main;", key).expectStatus().isAccepted());
        submit(student, "int other;", key).expectStatus().isEqualTo(422);

        assertThat(again).isEqualTo(first);
    }

    @Test
    void isReadAgainOnlyWhenItHasChanged() throws Exception {
        String id = submitted(student);
        worker.report(worker.take(), judged(Verdict.WRONG_ANSWER));
        awaitDone(student, id);

        String tag = Objects.requireNonNull(student.get()
                .uri("/api/v1/submissions/{id}", id)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag());

        student.get()
                .uri("/api/v1/submissions/{id}", id)
                .header("If-None-Match", tag)
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @Test
    void isRefusedWhenTooLarge() {
        submit(student, "x".repeat(1_025)).expectStatus().isEqualTo(413);
        submit(student, "x".repeat(1_024)).expectStatus().isAccepted();
    }

    @Test
    void isRefusedInAnUnknownLanguage() {
        JsonNode refusal = json(post(student, Map.of("language", "cobol", "source", "x"))
                .expectStatus()
                .isEqualTo(422));

        assertThat(refusal.get("type").asString()).isEqualTo("/problems/validation");
        assertThat(refusal.at("/errors/0/field").asString()).isEqualTo("language");
    }

    @Test
    void isRefusedForAProblemThatIsNotThere() {
        student.post()
                .uri("/api/v1/problems/no-such-problem/submissions")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("language", "c", "source", "x"))
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void isRefusedWhenTwentyWait() {
        for (int i = 0; i < 20; i++) {
            submitted(student);
        }

        submit(student, "int main;")
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .exists("Retry-After");
    }

    @Test
    void isRefusedAfterSixtyInAMinuteFromAStudentOnly() {
        Supplier<HttpStatusCode> byStudent = () -> statusOfARefused(student);
        Supplier<HttpStatusCode> byStaff = () -> statusOfARefused(admin);

        assertThat(Stream.generate(byStudent).limit(300)).contains(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(Stream.generate(byStaff).limit(100)).containsOnly(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private HttpStatusCode statusOfARefused(RestTestClient client) {
        return post(client, Map.of("language", "cobol", "source", "x"))
                .returnResult()
                .getStatus();
    }

    @Test
    void isTakenFromStaffHoweverManyWait() {
        for (int i = 0; i < 21; i++) {
            submitted(admin);
        }
    }

    @Test
    void isTakenTwentyTimesWhenThirtyComeAtOnce() throws Exception {
        List<Callable<Integer>> thirty = Collections.nCopies(
                30,
                () -> submit(student, "int main;").returnResult().getStatus().value());

        List<Integer> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(thirty)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).filteredOn(status -> status == 202).hasSize(20);
        assertThat(answers).filteredOn(status -> status == 429).hasSize(10);
    }

    @Test
    void isListedForItsOwnerPageByPage() {
        String first = submitted(student);
        String second = submitted(student);

        JsonNode page = json(student.get()
                .uri("/api/v1/submissions?limit=1")
                .exchange()
                .expectStatus()
                .isOk());
        JsonNode next = json(student.get()
                .uri(
                        "/api/v1/submissions?limit=1&after={after}",
                        page.get("next").asString())
                .exchange()
                .expectStatus()
                .isOk());

        assertThat(page.at("/items/0/id").asString()).isEqualTo(second);
        assertThat(next.at("/items/0/id").asString()).isEqualTo(first);
        assertThat(next.get("next").isNull()).isTrue();
        assertThat(page.at("/items/0/tests").isMissingNode()).isTrue();
    }

    @Test
    void isFoundByEachFilter() throws Exception {
        String id = submitted(student);
        worker.report(worker.take(), judged(Verdict.WRONG_ANSWER));
        String user = awaitDone(admin, id).get("user").asString();

        String filter = "?problem=" + problem + "&user=" + user + "&language=c&verdict=WRONG_ANSWER";

        assertThat(found(filter)).isEqualTo(1);
        assertThat(found(filter.replace(problem, "hello"))).isZero();
        assertThat(found(filter.replace(user, "admin"))).isZero();
        assertThat(found(filter.replace("=c&", "=cpp&"))).isZero();
        assertThat(found(filter.replace("WRONG_ANSWER", "ACCEPTED"))).isZero();
    }

    private int found(String filter) {
        return json(admin.get()
                        .uri("/api/v1/submissions" + filter)
                        .exchange()
                        .expectStatus()
                        .isOk())
                .get("items")
                .size();
    }

    @Test
    void isNotListedForOthers() {
        student.get()
                .uri("/api/v1/submissions?user=admin")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void showsItsSourceAsText() {
        JsonNode taken =
                json(submitFiles(student, Map.of("name", "a.c", "contentBase64", new byte[] {'x', 0, (byte) 0xFF}))
                        .expectStatus()
                        .isAccepted());

        JsonNode source = json(student.get()
                .uri("/api/v1/submissions/{id}/source", taken.get("id").asString())
                .exchange()
                .expectStatus()
                .isOk());

        assertThat(source.at("/files/0/content").asString()).isEqualTo("x\uFFFD\uFFFD");
    }

    @Test
    void showsHowFarItIs() throws Exception {
        String id = submitted(student);
        JudgeRequest request = worker.take();

        worker.tell(request, new Compiling());
        worker.tell(request, new Running(3));
        worker.tell(request, new TestFinished(test(1, Verdict.ACCEPTED), 3));

        JsonNode running = await().atMost(SOON)
                .until(
                        () -> read(student, id),
                        submission -> submission.get("testsDone").asInt() == 1);
        assertThat(running.get("status").asString()).isEqualTo("RUNNING");
    }

    private String submitted(RestTestClient client) {
        return json(submit(client, "int main;").expectStatus().isAccepted())
                .get("id")
                .asString();
    }

    private ResponseSpec submit(RestTestClient client, String source) {
        return post(client, Map.of("language", "c", "source", source));
    }

    private ResponseSpec submit(RestTestClient client, String source, String key) {
        return client.post()
                .uri("/api/v1/problems/{slug}/submissions", problem)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", key)
                .body(Map.of("language", "c", "source", source))
                .exchange();
    }

    private ResponseSpec submitFiles(RestTestClient client, Map<String, Object> file) {
        return post(client, Map.of("language", "c", "files", List.of(file)));
    }

    private ResponseSpec post(RestTestClient client, Map<String, Object> body) {
        return client.post()
                .uri("/api/v1/problems/{slug}/submissions", problem)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private static JsonNode read(RestTestClient client, String id) {
        return json(client.get()
                .uri("/api/v1/submissions/{id}", id)
                .exchange()
                .expectStatus()
                .isOk());
    }

    private static JsonNode awaitDone(RestTestClient client, String id) {
        return await().atMost(SOON)
                .until(
                        () -> read(client, id),
                        submission -> submission.get("status").asString().equals("DONE"));
    }

    private String deadLetterOf(String submission) {
        JsonNode letters = json(admin.get()
                .uri("/api/v1/admin/dead-letters?limit=100")
                .exchange()
                .expectStatus()
                .isOk());
        for (JsonNode letter : letters.get("items")) {
            if (letter.get("submissionId").asString().equals(submission)) {
                return letter.get("id").asString();
            }
        }
        throw new AssertionError("no dead letter of " + submission);
    }

    private static JsonNode json(ResponseSpec response) {
        return JSON.readTree(
                Objects.requireNonNull(response.expectBody().returnResult().getResponseBody()));
    }

    /** A judging of the problem's three tests, as far as verdicts are given. */
    private static JudgeResult judged(Verdict... verdicts) {
        List<TestResult> tests = new java.util.ArrayList<>();
        for (Verdict verdict : verdicts) {
            tests.add(test(tests.size() + 1, verdict));
        }
        return new Judged(tests.getLast().verdict(), tests, 3, "cc 1", "");
    }

    private static TestResult test(int index, Verdict verdict) {
        boolean sample = index == 1;
        return new TestResult(
                index,
                sample ? "sample/1" : "secret/" + (index - 1),
                sample ? "sample" : "secret",
                verdict,
                null,
                0,
                null,
                10 + index,
                20,
                1 << 20,
                verdict == Verdict.ACCEPTED ? null : "look again",
                verdict == Verdict.ACCEPTED ? null : "differs",
                Head.EMPTY,
                Head.EMPTY);
    }
}
