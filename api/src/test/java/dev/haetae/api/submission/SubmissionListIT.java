package dev.haetae.api.submission;

import static dev.haetae.api.testing.Json.json;
import static dev.haetae.api.testing.Judgings.judged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.api.ApiTest;
import dev.haetae.api.testing.Submitter;
import dev.haetae.api.testing.TestProblem;
import dev.haetae.api.testing.WorkerByHand;
import dev.haetae.common.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Which submissions a list holds. */
@ApiTest
class SubmissionListIT {

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
    void isListedForItsOwnerPageByPage() {
        String first = student.submitted();
        String second = student.submitted();

        JsonNode page = json(student.http()
                .get()
                .uri("/api/v1/submissions?limit=1")
                .exchange()
                .expectStatus()
                .isOk());
        JsonNode next = json(student.http()
                .get()
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
        String id = student.submitted();
        worker.report(worker.take(), judged(Verdict.WRONG_ANSWER));
        String user = admin.awaitDone(id).get("user").asString();

        String filter = "?problem=" + admin.problem() + "&user=" + user + "&language=c&verdict=WRONG_ANSWER";

        assertThat(found(filter)).isEqualTo(1);
        assertThat(found(filter.replace(admin.problem(), "hello"))).isZero();
        assertThat(found(filter.replace(user, "admin"))).isZero();
        assertThat(found(filter.replace("=c&", "=cpp&"))).isZero();
        assertThat(found(filter.replace("WRONG_ANSWER", "ACCEPTED"))).isZero();
    }

    private int found(String filter) {
        return json(admin.http()
                        .get()
                        .uri("/api/v1/submissions" + filter)
                        .exchange()
                        .expectStatus()
                        .isOk())
                .get("items")
                .size();
    }

    @Test
    void isNotListedForOthers() {
        student.http()
                .get()
                .uri("/api/v1/submissions?user=admin")
                .exchange()
                .expectStatus()
                .isForbidden();
    }
}
