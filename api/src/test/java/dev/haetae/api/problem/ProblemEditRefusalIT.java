package dev.haetae.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.api.ApiTest;
import dev.haetae.api.testing.EditClient;
import dev.haetae.api.testing.TestProblem;
import dev.haetae.api.testing.TestUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What nobody can do to a problem by hand, or not everybody. */
@ApiTest
class ProblemEditRefusalIT {

    @Autowired
    private RestTestClient anonymous;

    @Test
    void refusesSubmissionsBeforeThereIsATest() {
        RestTestClient admin = admin();
        String slug = EditClient.make(admin);

        EditClient.submit(admin, slug, "c").expectStatus().isEqualTo(409);
    }

    @Test
    void refusesAnEditOfAnOldVersion() {
        RestTestClient admin = admin();
        String slug = EditClient.make(admin);
        EditClient.change(admin, slug, Map.of("version", 1, "title", "Mine"))
                .expectStatus()
                .isOk();

        EditClient.change(admin, slug, Map.of("version", 1, "title", "Yours"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/conflict");
    }

    @Test
    void letsOneOfSeveralEditsAtTheSameTimeWin() throws Exception {
        RestTestClient admin = admin();
        String slug = EditClient.make(admin);
        List<Callable<Integer>> edits = new ArrayList<>();
        for (int each = 0; each < 6; each++) {
            String title = "Edit " + each;
            edits.add(() -> EditClient.change(admin, slug, Map.of("version", 1, "title", title))
                    .returnResult()
                    .getStatus()
                    .value());
        }

        List<Integer> statuses = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(edits)) {
                statuses.add(answer.get());
            }
        }

        assertThat(statuses)
                .containsOnlyOnce(200)
                .filteredOn(status -> status == 409)
                .hasSize(5);
        EditClient.read(admin, slug).expectBody().jsonPath("$.version").isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            slug                          | {"slug": "Upper", "title": "x"}
            slug                          | {"title": "x"}
            title                         | {"slug": "x"}
            title                         | {"slug": "x", "title": " "}
            visibility                    | {"slug": "x", "title": "x", "visibility": "SECRET"}
            difficulty                    | {"slug": "x", "title": "x", "difficulty": 6}
            feedbackPolicy                | {"slug": "x", "title": "x", "feedbackPolicy": "ALL"}
            tags[1]                       | {"slug": "x", "title": "x", "tags": ["a", "a"]}
            tags[0]                       | {"slug": "x", "title": "x", "tags": [null]}
            statements[0].language        | {"slug": "x", "title": "x", "statements": [{"language": "../en", "source": ""}]}
            statements[0].markup          | {"slug": "x", "title": "x", "statements": [{"language": "en", "markup": "HTML", "source": ""}]}
            statements[0].source          | {"slug": "x", "title": "x", "statements": [{"language": "en"}]}
            statements[0]                 | {"slug": "fresh-pdf", "title": "x", "statements": [{"language": "en", "markup": "PDF"}]}
            limits.timeMillis             | {"slug": "x", "title": "x", "limits": {"timeMillis": 0}}
            limits.memoryBytes            | {"slug": "x", "title": "x", "limits": {"memoryBytes": 99999999999999}}
            languages[0]                  | {"slug": "x", "title": "x", "languages": ["cobol"]}
            languageFactors.java.time     | {"slug": "x", "title": "x", "languageFactors": {"java": {"time": 0}}}
            languageFactors.cobol         | {"slug": "x", "title": "x", "languageFactors": {"cobol": {}}}
            owner                         | {"slug": "fresh-owner", "title": "x", "owner": "nobody at all"}
            """)
    void namesTheFieldThatBreaksARule(String field, String body) {
        admin().post()
                .uri("/api/v1/admin/problems")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[*].field")
                .isEqualTo(List.of(field));
    }

    @Test
    void asksForTheVersionThatAChangeStartsFrom() {
        RestTestClient admin = admin();
        String slug = EditClient.make(admin);

        EditClient.change(admin, slug, Map.of("title", "x"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("version");
    }

    @Test
    void keepsTheSlug() {
        RestTestClient admin = admin();
        String slug = EditClient.make(admin);

        EditClient.change(admin, slug, Map.of("version", 1, "slug", "other"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("slug");
    }

    @Test
    void refusesASlugThatIsTaken() {
        String slug = EditClient.make(admin());

        EditClient.make(TestUser.instructor(anonymous).http(), Map.of("slug", slug, "title", "x"))
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void keepsInstructorsFromEachOthersProblems() {
        RestTestClient other = TestUser.instructor(anonymous).http();
        String hidden = EditClient.make(admin());
        String shown = TestProblem.aProblem().importedBy(admin());

        EditClient.read(other, hidden).expectStatus().isNotFound();
        EditClient.change(other, hidden, Map.of("version", 1)).expectStatus().isNotFound();
        EditClient.read(other, shown).expectStatus().isForbidden();
        EditClient.change(other, shown, Map.of("version", 1)).expectStatus().isForbidden();
        EditClient.remove(other, shown).expectStatus().isForbidden();
    }

    @Test
    void isNotForStudents() {
        RestTestClient student = TestUser.student(anonymous).http();
        String slug = TestProblem.aProblem().importedBy(admin());

        EditClient.read(student, slug).expectStatus().isForbidden();
        EditClient.change(student, slug, Map.of("version", 1)).expectStatus().isForbidden();
        EditClient.remove(student, slug).expectStatus().isForbidden();
        EditClient.read(anonymous, slug).expectStatus().isUnauthorized();
    }

    private RestTestClient admin() {
        return TestUser.admin(anonymous).http();
    }
}
