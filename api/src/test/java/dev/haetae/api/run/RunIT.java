package dev.haetae.api.run;

import static dev.haetae.api.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.haetae.api.ApiTest;
import dev.haetae.api.testing.TestProblem;
import dev.haetae.api.testing.TestUser;
import dev.haetae.api.testing.WorkerByHand;
import dev.haetae.common.Head;
import dev.haetae.common.JudgeProgress;
import dev.haetae.common.JudgeRequest;
import dev.haetae.common.JudgeResult.CompileFailed;
import dev.haetae.common.JudgeResult.FaultyPart;
import dev.haetae.common.JudgeResult.JudgeFailed;
import dev.haetae.common.JudgeResult.Ran;
import dev.haetae.common.JudgeTask.RunOnce;
import dev.haetae.common.SourceFile;
import dev.haetae.common.TestResult;
import dev.haetae.common.TestResult.Reason;
import dev.haetae.common.Verdict;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Programs that somebody tries out; the worker is played by hand. */
@ApiTest
class RunIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    private RestTestClient anonymous;

    @Autowired
    private Runs runs;

    @Autowired
    private JdbcClient jdbc;

    @RegisterExtension
    private final WorkerByHand worker = WorkerByHand.connect();

    private RestTestClient admin;
    private RestTestClient student;

    @BeforeEach
    void prepare() throws Exception {
        admin = TestUser.admin(anonymous).http();
        student = TestUser.student(anonymous).http();
        await().atMost(SOON)
                .until(() -> jdbc.sql("select count(*) from judging where published_at is null and finished_at is null")
                                .query(Long.class)
                                .single()
                        == 0);
        worker.forgetWhatWaits();
    }

    @Test
    void runsAProgramOnItsInput() throws Exception {
        String id = begun(Map.of("stdin", "1 2\n"));

        JudgeRequest request = worker.take();
        RunOnce task = (RunOnce) request.task();
        assertThat(new String(task.stdin())).isEqualTo("1 2\n");
        assertThat(task.limits().timeMillis()).isEqualTo(2_000);
        worker.report(request, ran(Verdict.RUNTIME_ERROR));

        JsonNode done = awaitDone(id);
        assertThat(done.get("verdict").asString()).isEqualTo("RUNTIME_ERROR");
        assertThat(done.get("exitCode").asInt()).isEqualTo(3);
        assertThat(done.get("stdout").asString()).isEqualTo("3\n");
        assertThat(done.get("stderr").asString()).isEqualTo("done");
        assertThat(done.get("timeMillis").asInt()).isEqualTo(7);
    }

    @Test
    void saysThatItRuns() throws Exception {
        String id = begun(Map.of());
        assertThat(read(id).get("status").asString()).isEqualTo("QUEUED");

        worker.tell(worker.take(), new JudgeProgress.Compiling());

        await().atMost(SOON).until(() -> read(id).get("status").asString().equals("RUNNING"));
    }

    @Test
    void saysWhatTheCompilerSaid() throws Exception {
        String id = begun(Map.of());

        worker.report(worker.take(), new CompileFailed("cc", "line 1: no"));

        JsonNode done = awaitDone(id);
        assertThat(done.get("verdict").asString()).isEqualTo("COMPILE_ERROR");
        assertThat(done.get("compilerOutput").asString()).isEqualTo("line 1: no");
    }

    @Test
    void tellsTheCauseOfAJudgeErrorToAdministratorsOnly() throws Exception {
        String id = begun(Map.of());

        worker.report(worker.take(), new JudgeFailed(FaultyPart.LANGUAGE, "no compiler"));

        assertThat(awaitDone(id).get("detail").isNull()).isTrue();
        assertThat(json(admin.get().uri("/api/v1/runs/{id}", id).exchange())
                        .get("detail")
                        .asString())
                .isEqualTo("LANGUAGE: no compiler");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample/1", "1"})
    void takesAProblemsLimitsAndSample(String sample) throws Exception {
        String problem = TestProblem.aProblem().importedBy(admin);

        begun(Map.of("problem", problem, "sample", sample));

        RunOnce task = (RunOnce) worker.take().task();
        assertThat(task.limits().timeMillis()).isEqualTo(1_000);
        assertThat(new String(task.stdin())).isEqualTo("1 2\n");
    }

    @ParameterizedTest
    @CsvSource({"sample,1", "stdin,''"})
    void talksWithTheInteractorOfItsProblem(String field, String value) throws Exception {
        String problem = TestProblem.aProblem()
                .with("problem.yaml", "name: Talk\nvalidation: custom interactive\nlimits: {time_limit: 1}\n")
                .with("output_validators/talk.c", "int main() { return 42; }\n")
                .importedBy(admin);

        String id = begun(Map.of("problem", problem, field, value));
        JudgeRequest request = worker.take();
        TestResult run = ran(Verdict.ACCEPTED).run();
        worker.report(request, new Ran(run, "cc", "", new Head("<5\n>3\n", 6, false)));

        assertThat(Objects.requireNonNull(((RunOnce) request.task()).test()).name())
                .isEqualTo("sample/1");
        assertThat(awaitDone(id).get("transcript").asString()).isEqualTo("<5\n>3\n");
    }

    @Test
    void laysAProblemsOwnFilesOverTheProgram() throws Exception {
        String problem = TestProblem.aProblem()
                .with("include/c/grader.h", "#define N 1\n")
                .importedBy(admin);

        begun(Map.of("problem", problem));

        assertThat(((RunOnce) worker.take().task()).files())
                .extracting(SourceFile::name)
                .containsExactlyInAnyOrder("main.c", "grader.h");
    }

    @Test
    void isTakenTwentyTimesWhenThirtyComeAtOnce() {
        List<Integer> statuses = IntStream.range(0, 30)
                .parallel()
                .mapToObj(_ -> begin(student, Map.of())
                        .returnResult(String.class)
                        .getStatus()
                        .value())
                .toList();

        assertThat(statuses).filteredOn(status -> status == 202).hasSize(20);
        assertThat(statuses).filteredOn(status -> status == 429).hasSize(10);
    }

    @Test
    void neverTakesAHiddenTestForASample() {
        String problem = TestProblem.aProblem().importedBy(admin);

        begin(student, Map.of("problem", problem, "sample", "../secret/1"))
                .expectStatus()
                .isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({"language,cobol,language", "sample,1,sample", "problem,nowhere,''", "source,'',source"})
    void namesTheFieldThatBreaksARule(String field, String value, String named) {
        ResponseSpec answer = begin(student, Map.of(field, value));

        if (named.isEmpty()) {
            answer.expectStatus().isNotFound();
        } else {
            answer.expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo(named);
        }
    }

    @Test
    void isRefusedWhenTheInputIsTooLarge() {
        begin(student, Map.of("stdin", "x".repeat((1 << 20) + 1)))
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void isNotThereForOthers() {
        String id = begun(Map.of());

        TestUser.student(anonymous)
                .http()
                .get()
                .uri("/api/v1/runs/{id}", id)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void isForgottenAfterAnHour() {
        String id = begun(Map.of());
        jdbc.sql("update run set requested_at = now() - interval '61 minutes' where id = ?::uuid")
                .param(id)
                .update();

        runs.purge();

        student.get().uri("/api/v1/runs/{id}", id).exchange().expectStatus().isNotFound();
    }

    private String begun(Map<String, String> fields) {
        return json(begin(student, fields).expectStatus().isAccepted())
                .get("id")
                .asString();
    }

    private static ResponseSpec begin(RestTestClient client, Map<String, String> fields) {
        Map<String, String> body = new HashMap<>(Map.of("language", "c", "source", "int main(void) { }"));
        body.putAll(fields);
        return client.post()
                .uri("/api/v1/runs")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private JsonNode awaitDone(String id) {
        return Objects.requireNonNull(await().atMost(SOON)
                .until(() -> read(id), run -> run.get("status").asString().equals("DONE")));
    }

    private JsonNode read(String id) {
        return json(student.get().uri("/api/v1/runs/{id}", id).exchange());
    }

    private static Ran ran(Verdict verdict) {
        TestResult run = new TestResult(
                1,
                "run",
                "run",
                verdict,
                Reason.EXIT_CODE,
                3,
                null,
                7,
                9,
                1 << 20,
                null,
                null,
                new Head("3\n", 2, false),
                new Head("done", 4, false));
        return new Ran(run, "cc 1", "");
    }
}
