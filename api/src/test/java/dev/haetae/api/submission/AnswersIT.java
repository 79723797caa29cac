package dev.haetae.api.submission;

import static dev.haetae.api.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.api.ApiTest;
import dev.haetae.api.testing.Submitter;
import dev.haetae.api.testing.TestProblem;
import dev.haetae.api.testing.WorkerByHand;
import dev.haetae.common.JudgeRequest;
import dev.haetae.common.JudgeTask.JudgeAnswers;
import dev.haetae.common.Queues;
import dev.haetae.common.SourceFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Problems that take answers instead of programs. */
@ApiTest
class AnswersIT {

    @Autowired
    private RestTestClient anonymous;

    @RegisterExtension
    private final WorkerByHand worker = WorkerByHand.connect();

    private Submitter admin;
    private Submitter student;

    @BeforeEach
    void prepare() throws Exception {
        TestProblem problem = TestProblem.aProblem()
                .with("problem.yaml", """
                        problem_format_version: 2025-09
                        name: Sum
                        uuid: 1
                        type: submit-answer
                        limits: {time_limit: 1, code: 1}
                        """)
                .without("submissions/accepted/sum.py")
                .with("submissions/accepted/all/secret/1.out", "4\n");
        admin = Submitter.owner(anonymous, problem);
        student = Submitter.student(anonymous, admin.problem());
        worker.forgetWhatWaits();
    }

    @Test
    void sayWhichTestsTheyTakeThemFor() {
        JsonNode view = json(
                anonymous.get().uri("/api/v1/problems/{slug}", admin.problem()).exchange());

        assertThat(view.get("submitAnswer").asBoolean()).isTrue();
        assertThat(view.get("answerTests"))
                .extracting(JsonNode::asString)
                .containsExactly("sample/1", "secret/1", "secret/2");
        assertThat(view.get("languages")).isEmpty();
    }

    @Test
    void haveThemJudged() throws Exception {
        Map<String, Object> answers = Map.of(
                "answers",
                List.of(
                        Map.of("test", "secret/1", "content", "4\n"),
                        Map.of("test", "secret/2", "contentBase64", "NQo=")));

        JsonNode taken = json(student.submit(answers).expectStatus().isAccepted());

        assertThat(taken.get("language").isNull()).isTrue();
        JudgeAnswers task = (JudgeAnswers) worker.take().task();
        assertThat(task.answers()).extracting(SourceFile::name).containsExactly("secret/1", "secret/2");
        assertThat(task.answers().getLast().content()).asString().isEqualTo("5\n");
        JsonNode source = json(student.http()
                .get()
                .uri("/api/v1/submissions/{id}/source", taken.get("id").asString())
                .exchange());
        assertThat(source.at("/files/0/name").asString()).isEqualTo("secret/1");
    }

    @Test
    void refuseProgramsUnknownTestsAndMoreThanTheCodeLimit() {
        student.submit(Map.of("language", "c", "source", "int main;"))
                .expectStatus()
                .isEqualTo(422);
        JsonNode unknown = json(student.submit(Map.of("answers", List.of(Map.of("test", "secret/9", "content", ""))))
                .expectStatus()
                .isEqualTo(422));
        student.submit(Map.of("answers", List.of(Map.of("test", "secret/1", "content", "x".repeat(1025)))))
                .expectStatus()
                .isEqualTo(413);

        assertThat(unknown.at("/errors/0/field").asString()).isEqualTo("answers[0].test");
    }

    @Test
    void areVerifiedByTheAnswersOfTheirJury() throws Exception {
        admin.http()
                .post()
                .uri("/api/v1/admin/problems/{slug}/verification", admin.problem())
                .exchange()
                .expectStatus()
                .isAccepted();

        JudgeRequest request = worker.take(Queues.BULK_REQUESTS);

        assertThat(((JudgeAnswers) request.task()).answers())
                .extracting(SourceFile::name)
                .containsExactly("secret/1");
    }
}
