package dev.haetae.api.problem;

import com.jayway.jsonpath.JsonPath;
import dev.haetae.api.ApiTest;
import dev.haetae.api.testing.EditClient;
import dev.haetae.api.testing.TestProblem;
import dev.haetae.api.testing.TestUser;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Taking problems away. */
@ApiTest
class ProblemRemovalIT {

    @Autowired
    private RestTestClient anonymous;

    @Test
    void deletesAProblemWithoutSubmissions() {
        RestTestClient admin = admin();
        String slug = TestProblem.aProblem().importedBy(admin);

        EditClient.remove(admin, slug)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.outcome")
                .isEqualTo("DELETED");

        EditClient.read(admin, slug).expectStatus().isNotFound();
        TestProblem.aProblem()
                .sentBy(admin, slug)
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(1);
    }

    @Test
    void archivesAProblemWithSubmissions() {
        RestTestClient admin = admin();
        String slug = TestProblem.aProblem().importedBy(admin);
        String submission = JsonPath.read(EditClient.body(EditClient.submit(admin, slug, "c")), "$.id");

        EditClient.remove(admin, slug)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.outcome")
                .isEqualTo("ARCHIVED");

        read(admin, slug).expectStatus().isNotFound();
        EditClient.submit(admin, slug, "c").expectStatus().isNotFound();
        admin.get()
                .uri("/api/v1/submissions/" + submission)
                .exchange()
                .expectStatus()
                .isOk();
        EditClient.read(admin, slug).expectBody().jsonPath("$.archivedAt").isNotEmpty();
    }

    @Test
    void keepsAnArchivedProblemAsItIs() {
        RestTestClient admin = admin();
        String slug = TestProblem.aProblem().importedBy(admin);
        EditClient.submit(admin, slug, "c");
        EditClient.remove(admin, slug);

        EditClient.change(admin, slug, Map.of("version", 2, "visibility", "PUBLIC"))
                .expectStatus()
                .isEqualTo(409);
        EditClient.remove(admin, slug).expectStatus().isEqualTo(409);
        EditClient.make(admin, Map.of("slug", slug, "title", "x"))
                .expectStatus()
                .isEqualTo(409);
        TestProblem.aProblem().sentBy(admin, slug).expectStatus().isEqualTo(409);
    }

    private static ResponseSpec read(RestTestClient client, String slug) {
        return client.get().uri("/api/v1/problems/{slug}", slug).exchange();
    }

    private RestTestClient admin() {
        return TestUser.admin(anonymous).http();
    }
}
