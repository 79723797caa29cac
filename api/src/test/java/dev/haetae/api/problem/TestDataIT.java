package dev.haetae.api.problem;

import dev.haetae.api.ApiTest;
import dev.haetae.api.TestEnvironment;
import dev.haetae.api.testing.TestProblem;
import dev.haetae.api.testing.TestUser;
import dev.haetae.api.web.Sha256;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** What workers fetch, and nobody else. */
@ApiTest
class TestDataIT {

    @Autowired
    private RestTestClient anonymous;

    @Test
    void givesAWorkerTheDataByItsHash() {
        String answer = UUID.randomUUID() + "\n";
        String sha256 = importedAnswer(answer);

        fetch(TestEnvironment.WORKER_TOKEN, sha256)
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentLength(answer.length())
                .expectHeader()
                .valueEquals("ETag", '"' + sha256 + '"')
                .expectHeader()
                .valueMatches("Cache-Control", ".*immutable.*")
                .expectBody(String.class)
                .isEqualTo(answer);
    }

    @Test
    void hasNothingElse() {
        fetch(TestEnvironment.WORKER_TOKEN, Sha256.hex("never put"))
                .expectStatus()
                .isNotFound();
        fetch(TestEnvironment.WORKER_TOKEN, "not-a-hash").expectStatus().isNotFound();
    }

    @Test
    void refusesAnotherToken() {
        String sha256 = importedAnswer("4\n");

        fetch("wrong", sha256)
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/unauthenticated");
    }

    @Test
    void refusesUsersWhateverTheirRole() {
        String sha256 = importedAnswer("4\n");

        fetch(TestUser.admin(anonymous).accessToken(), sha256).expectStatus().isUnauthorized();
    }

    @Test
    void refusesWhoShowsNothing() {
        anonymous
                .get()
                .uri("/internal/testdata/{sha256}", Sha256.hex("4\n"))
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void letsAWorkerDoNothingElse() {
        anonymous
                .get()
                .uri("/api/v1/me")
                .header("Authorization", "Bearer " + TestEnvironment.WORKER_TOKEN)
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    private String importedAnswer(String answer) {
        TestProblem.aProblem()
                .with("data/secret/1.ans", answer)
                .importedBy(TestUser.admin(anonymous).http());
        return Sha256.hex(answer);
    }

    private ResponseSpec fetch(String token, String sha256) {
        return anonymous
                .get()
                .uri("/internal/testdata/{sha256}", sha256)
                .header("Authorization", "Bearer " + token)
                .exchange();
    }
}
