package dev.haetae.api.submission;

import static dev.haetae.api.testing.Json.json;
import static dev.haetae.api.testing.Judgings.judged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.api.ApiTest;
import dev.haetae.api.testing.Submitter;
import dev.haetae.api.testing.TestProblem;
import dev.haetae.api.testing.WorkerByHand;
import dev.haetae.common.JudgeRequest;
import dev.haetae.common.JudgeResult.FaultyPart;
import dev.haetae.common.JudgeResult.JudgeFailed;
import dev.haetae.common.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Ends that come twice, too late or are taken back; the worker is played by hand. */
@ApiTest
class SubmissionEndIT {

    private static final Verdict[] ALL_ACCEPTED = {Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.ACCEPTED};

    @Autowired
    private RestTestClient anonymous;

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
    void isJudgedAgainWhenAnOperatorRedrivesIt() throws Exception {
        String id = student.submitted();
        worker.report(worker.take(), new JudgeFailed(FaultyPart.WORKER, "out of order"));
        student.awaitDone(id);

        admin.redrive(id).expectStatus().isAccepted();
        JudgeRequest again = worker.take();
        worker.report(again, judged(ALL_ACCEPTED));

        assertThat(again.attempt()).isEqualTo(2);
        assertThat(student.awaitDone(id).get("verdict").asString()).isEqualTo("ACCEPTED");
        admin.redrive(id).expectStatus().isEqualTo(409);
    }

    @Test
    void countsForItsProblemOnce() throws Exception {
        String id = student.submitted();
        JudgeRequest request = worker.take();

        worker.report(request, judged(ALL_ACCEPTED));
        worker.report(request, judged(ALL_ACCEPTED));
        student.awaitDone(id);

        JsonNode problems = json(anonymous
                .get()
                .uri("/api/v1/problems?query={slug}", admin.problem())
                .exchange()
                .expectStatus()
                .isOk());
        assertThat(problems.get("items"))
                .singleElement()
                .satisfies(item -> assertThat(item.get("solvedBy").asInt()).isEqualTo(1));
    }

    @Test
    void isWithdrawnByItsOwnerAndThenJudgedNoMore() throws Exception {
        String id = student.submitted();
        JudgeRequest request = worker.take();

        student.cancel(id).expectStatus().isOk();
        worker.report(request, judged(ALL_ACCEPTED));
        String later = student.submitted();
        worker.report(worker.take(), judged(Verdict.WRONG_ANSWER));
        student.awaitDone(later);

        assertThat(student.read(id).get("verdict").asString()).isEqualTo("CANCELLED");
        student.cancel(id).expectStatus().isEqualTo(409);
    }
}
