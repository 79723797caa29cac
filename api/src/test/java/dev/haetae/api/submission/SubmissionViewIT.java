package dev.haetae.api.submission;

import static dev.haetae.api.testing.Judgings.judged;
import static dev.haetae.api.testing.Judgings.test;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.haetae.api.ApiTest;
import dev.haetae.api.testing.Submitter;
import dev.haetae.api.testing.TestProblem;
import dev.haetae.api.testing.WorkerByHand;
import dev.haetae.common.JudgeProgress.Compiling;
import dev.haetae.common.JudgeProgress.Running;
import dev.haetae.common.JudgeProgress.TestFinished;
import dev.haetae.common.JudgeRequest;
import dev.haetae.common.JudgeResult.CompileFailed;
import dev.haetae.common.JudgeResult.FaultyPart;
import dev.haetae.common.JudgeResult.JudgeFailed;
import dev.haetae.common.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** What of a submission is shown to whom; the worker is played by hand. */
@ApiTest
class SubmissionViewIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    private RestTestClient anonymous;

    @Autowired
    private StringRedisTemplate redis;

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
    void showsHowFarItIs() throws Exception {
        String id = student.submitted();
        JudgeRequest request = worker.take();

        worker.tell(request, new Compiling());
        worker.tell(request, new Running(3));
        worker.tell(request, new TestFinished(test(1, Verdict.ACCEPTED), 3));

        JsonNode running = await().atMost(SOON)
                .until(
                        () -> student.read(id),
                        submission -> submission.get("testsDone").asInt() == 1);
        assertThat(running.get("status").asString()).isEqualTo("RUNNING");
    }

    @Test
    void showsItsVerdictToItsOwner() throws Exception {
        String id = student.submitted();

        worker.report(worker.take(), judged(Verdict.ACCEPTED, Verdict.WRONG_ANSWER));

        JsonNode done = student.awaitDone(id);
        assertThat(done.get("verdict").asString()).isEqualTo("WRONG_ANSWER");
        assertThat(done.get("timeMillis").asInt()).isEqualTo(12);
        assertThat(done.get("tests")).hasSize(2);
        assertThat(done.at("/judgement/worker").asString()).isEqualTo("by-hand");
        assertThat(done.at("/judgement/sandbox").asString()).isEqualTo("no sandbox");
    }

    @Test
    void showsSamplesButNotHiddenTestsToItsOwner() throws Exception {
        TestProblem hinting = TestProblem.aProblem()
                .with("data/sample/1.hint", "for nobody who passes\n")
                .with("data/secret/1.hint", "think\n");
        student = student.on(hinting.importedBy(admin.http()));
        String id = student.submitted();

        worker.report(worker.take(), judged(Verdict.ACCEPTED, Verdict.WRONG_ANSWER));

        JsonNode done = student.awaitDone(id);
        assertThat(done.at("/tests/0/input/text").asString()).isEqualTo("1 2\n");
        assertThat(done.at("/tests/0/expected/text").asString()).isEqualTo("3\n");
        assertThat(done.at("/tests/1/verdict").asString()).isEqualTo("WRONG_ANSWER");
        assertThat(done.at("/tests/1/feedback").asString()).isEqualTo("look again");
        assertThat(done.at("/tests/1/hint").asString()).isEqualTo("think");
        assertThat(done.at("/tests/0/hint").isNull()).isTrue();
        for (String hidden :
                List.of("input", "expected", "output", "stderr", "judgeFeedback", "timeMillis", "exitCode")) {
            assertThat(done.at("/tests/1/" + hidden).isNull()).as(hidden).isTrue();
        }
    }

    @Test
    void showsStudentsNotEvenSamplesOfAnInteractiveProblem() throws Exception {
        TestProblem other = TestProblem.aProblem()
                .with("problem.yaml", "name: Talk\nvalidation: custom interactive\nlimits: {time_limit: 1}\n")
                .with("output_validators/talk.c", "int main(void) { return 42; }\n");
        student = student.on(other.importedBy(admin.http()));
        String id = student.submitted();

        worker.report(worker.take(), judged(Verdict.ACCEPTED, Verdict.WRONG_ANSWER));

        JsonNode sample = student.awaitDone(id).at("/tests/0");
        assertThat(sample.get("input").isNull()).isTrue();
        assertThat(sample.get("expected").isNull()).isTrue();
        assertThat(admin.read(id).at("/tests/0/input/text").asString()).isEqualTo("1 2\n");
    }

    @Test
    void showsHiddenTestsToStaff() throws Exception {
        String id = student.submitted();

        worker.report(worker.take(), judged(Verdict.ACCEPTED, Verdict.WRONG_ANSWER));

        JsonNode done = admin.awaitDone(id);
        assertThat(done.at("/tests/1/input/text").asString()).isEqualTo("2 2\n");
        assertThat(done.at("/tests/1/judgeFeedback").asString()).isEqualTo("differs");
    }

    @Test
    void isNotThereForOtherStudents() {
        String id = student.submitted();
        Submitter other = Submitter.student(anonymous, student.problem());

        for (String path : List.of("", "/source", "/events")) {
            other.http()
                    .get()
                    .uri("/api/v1/submissions/" + id + path)
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
        other.cancel(id).expectStatus().isNotFound();
    }

    @Test
    void endsInACompileErrorWithTheCompilersWords() throws Exception {
        String id = student.submitted();

        worker.report(worker.take(), new CompileFailed("cc 1", "main.c:1: no"));

        JsonNode done = student.awaitDone(id);
        assertThat(done.get("verdict").asString()).isEqualTo("COMPILE_ERROR");
        assertThat(done.get("compilerOutput").asString()).isEqualTo("main.c:1: no");
    }

    @Test
    void tellsTheCauseOfAJudgeErrorToAdministratorsOnly() throws Exception {
        String id = student.submitted();

        worker.report(worker.take(), new JudgeFailed(FaultyPart.CHECKER, "the checker crashed"));

        assertThat(student.awaitDone(id).get("detail").isNull()).isTrue();
        assertThat(admin.read(id).get("detail").asString()).isEqualTo("CHECKER: the checker crashed");
    }

    @Test
    void isReadAgainOnlyWhenItHasChanged() throws Exception {
        String id = student.submitted();
        worker.report(worker.take(), judged(Verdict.WRONG_ANSWER));
        student.awaitDone(id);

        String tag = tag(id);

        student.http()
                .get()
                .uri("/api/v1/submissions/{id}", id)
                .header("If-None-Match", tag)
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    /** What is kept stands under the version that the entity tag names, so another there shows where the answer comes from. */
    @Test
    void isReadFromRedisUntilItIsJudgedAgain() throws Exception {
        String id = student.submitted();
        worker.report(worker.take(), new JudgeFailed(FaultyPart.WORKER, "out of order"));
        student.awaitDone(id);
        redis.opsForValue().set("submission:" + id + ":" + tag(id).replace("\"", ""), "{\"kept\": true}");

        assertThat(student.read(id).has("kept")).isTrue();

        admin.redrive(id);
        assertThat(student.read(id).get("status").asString()).isEqualTo("QUEUED");
        worker.report(worker.take(), judged(Verdict.WRONG_ANSWER));
        assertThat(student.awaitDone(id).get("verdict").asString()).isEqualTo("WRONG_ANSWER");
    }

    private String tag(String id) {
        return Objects.requireNonNull(student.http()
                .get()
                .uri("/api/v1/submissions/{id}", id)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag());
    }
}
