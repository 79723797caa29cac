package dev.haetae.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.haetae.api.ApiTest;
import dev.haetae.api.testing.EditClient;
import dev.haetae.api.testing.TestProblem;
import dev.haetae.api.testing.TestUser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Making and changing problems by hand. */
@ApiTest
class ProblemEditIT {

    @Autowired
    private RestTestClient anonymous;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void makesAHiddenProblemWithoutTests() {
        TestUser author = TestUser.instructor(anonymous);
        String slug = TestProblem.freshSlug();

        EditClient.make(author.http(), Map.of("slug", slug, "title", "Sum"))
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Location", "/api/v1/admin/problems/" + slug)
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(1)
                .jsonPath("$.owner")
                .isEqualTo(author.username())
                .jsonPath("$.visibility")
                .isEqualTo("HIDDEN")
                .jsonPath("$.state")
                .isEqualTo("BROKEN")
                .jsonPath("$.timeLimit.source")
                .isEqualTo("OPERATOR")
                .jsonPath("$.tests")
                .isEmpty();
    }

    @Test
    void showsStudentsWhatWasWritten() {
        RestTestClient admin = admin();
        String slug = TestProblem.freshSlug();
        List<Map<String, String>> statements = List.of(
                Map.of("language", "ko", "source", "# 합\n\n**더하라**"),
                Map.of("language", "en", "markup", "TEX", "source", "\\textbf{Add}"));

        EditClient.make(
                admin,
                Map.of(
                        "slug",
                        slug,
                        "title",
                        "Sum",
                        "visibility",
                        "PUBLIC",
                        "difficulty",
                        2,
                        "tags",
                        List.of("math"),
                        "statements",
                        statements));

        read(anonymous, slug)
                .expectBody()
                .jsonPath("$.difficulty")
                .isEqualTo(2)
                .jsonPath("$.tags")
                .isEqualTo(List.of("math"))
                .jsonPath("$.statements[*].language")
                .isEqualTo(List.of("ko", "en"))
                .jsonPath("$.statementHtml")
                .value(html -> assertThat(html.toString()).contains("<strong>더하라</strong>"))
                .jsonPath("$.statements[1].html")
                .isEqualTo("<p><b>Add</b></p>");
    }

    @Test
    void changesOnlyWhatTheEditNames() {
        RestTestClient admin = admin();
        String slug = TestProblem.aProblem().importedBy(admin);

        EditClient.change(admin, slug, Map.of("version", 1, "title", "Sum of two"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(2)
                .jsonPath("$.title")
                .isEqualTo("Sum of two")
                .jsonPath("$.visibility")
                .isEqualTo("PUBLIC")
                .jsonPath("$.limits.timeMillis")
                .isEqualTo(1000)
                .jsonPath("$.timeLimit.source")
                .isEqualTo("PACKAGE")
                .jsonPath("$.statements[0].source")
                .isEqualTo("# Sum\n\nAdd.\n")
                .jsonPath("$.tests.length()")
                .isEqualTo(3)
                .jsonPath("$.jurySubmissions[0].folder")
                .isEqualTo("accepted");
    }

    @Test
    void takesBackWhatItShowed() {
        RestTestClient admin = admin();
        String slug = TestProblem.aProblem().importedBy(admin);
        Map<String, Object> shown = JsonPath.read(EditClient.body(EditClient.read(admin, slug)), "$");

        EditClient.change(admin, slug, shown)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(2)
                .jsonPath("$.timeLimit.source")
                .isEqualTo("PACKAGE");
    }

    @Test
    void takesTheDifficultyAwayOnlyWhenTold() {
        RestTestClient admin = admin();
        String slug = EditClient.make(admin);
        EditClient.change(admin, slug, Map.of("version", 1, "difficulty", 3));
        EditClient.change(admin, slug, Map.of("version", 2))
                .expectBody()
                .jsonPath("$.difficulty")
                .isEqualTo(3);

        Map<String, @Nullable Object> away = new HashMap<>(Map.of("version", 3));
        away.put("difficulty", null);
        EditClient.change(admin, slug, away)
                .expectBody()
                .jsonPath("$.difficulty")
                .isEqualTo(null);
    }

    @Test
    void givesSlowLanguagesMoreOfALimitSetByHand() {
        RestTestClient admin = admin();
        String slug = TestProblem.aProblem().importedBy(admin);
        EditClient.change(admin, slug, Map.of("version", 1, "limits", Map.of("timeMillis", 3000)));

        read(anonymous, slug)
                .expectBody()
                .jsonPath("$.limits.timeMillis")
                .isEqualTo(3000)
                .jsonPath("$.limitsByLanguage.cpp.timeMillis")
                .isEqualTo(3000)
                .jsonPath("$.limitsByLanguage.java.timeMillis")
                .isEqualTo(6000);
    }

    @Test
    void judgesInEachLanguageByItsLimits() {
        RestTestClient admin = admin();
        String slug = TestProblem.aProblem().importedBy(admin);
        EditClient.change(admin, slug, Map.of("version", 1, "languageFactors", Map.of("python3", Map.of("time", 2.5))));
        EditClient.submit(admin, slug, "python3").expectStatus().isAccepted();

        assertThat(requests(slug)).singleElement().asString().contains("\"timeMillis\":2500");
    }

    @Test
    void takesOnlyTheLanguagesThatItNames() {
        RestTestClient admin = admin();
        String slug = TestProblem.aProblem().importedBy(admin);
        EditClient.change(admin, slug, Map.of("version", 1, "languages", List.of("c")));

        read(anonymous, slug).expectBody().jsonPath("$.languages").isEqualTo(List.of("c"));
        EditClient.submit(admin, slug, "python3").expectStatus().isEqualTo(422);
        EditClient.submit(admin, slug, "c").expectStatus().isAccepted();
    }

    @Test
    void keepsWhoMadeWhichVersion() {
        TestUser author = TestUser.instructor(anonymous);
        String slug = EditClient.make(author.http());
        EditClient.change(admin(), slug, Map.of("version", 1, "title", "Sum of two"));

        EditClient.read(author.http(), slug)
                .expectBody()
                .jsonPath("$.versions[*].version")
                .isEqualTo(List.of(2, 1))
                .jsonPath("$.versions[*].author")
                .isEqualTo(List.of("admin", author.username()))
                .jsonPath("$.versions[0].createdAt")
                .isNotEmpty();
    }

    @Test
    void readsVersionsOfEarlierReleases() {
        RestTestClient admin = admin();
        String slug = TestProblem.aProblem().importedBy(admin);
        jdbc.sql("""
                update problem_version set content = content - 'settings' - 'listing'
                where problem_id = (select id from problem where slug = :slug)
                """).param("slug", slug).update();

        EditClient.read(admin, slug)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.feedbackPolicy")
                .isEqualTo("FIRST_FAILURE");
    }

    @Test
    void makesOneProblemForOneIdempotencyKey() {
        RestTestClient admin = admin();
        Map<String, String> body = Map.of("slug", TestProblem.freshSlug(), "title", "Sum");
        RestTestClient retrying = admin.mutate()
                .defaultHeader("Idempotency-Key", TestProblem.freshSlug())
                .build();

        String first = EditClient.body(EditClient.make(retrying, body));

        assertThat(EditClient.body(EditClient.make(retrying, body))).isEqualTo(first);
    }

    @Test
    void letsAnAdministratorGiveAProblemAway() {
        TestUser author = TestUser.instructor(anonymous);
        TestUser heir = TestUser.instructor(anonymous);
        String slug = EditClient.make(author.http());
        Map<String, Object> gift = Map.of("version", 1, "owner", heir.username());

        EditClient.change(author.http(), slug, gift).expectStatus().isForbidden();
        EditClient.change(admin(), slug, gift).expectStatus().isOk();
        EditClient.read(heir.http(), slug).expectStatus().isOk();
        EditClient.read(author.http(), slug).expectStatus().isNotFound();
    }

    @Test
    void listsAnInstructorsOwnAndAllForAdministrators() {
        RestTestClient author = TestUser.instructor(anonymous).http();
        String slug = EditClient.make(author);
        String foreign = EditClient.make(TestUser.instructor(anonymous).http());

        assertThat(slugs(author, "")).containsExactly(slug);
        assertThat(slugs(admin(), slug)).containsExactly(slug);
        assertThat(slugs(admin(), foreign)).containsExactly(foreign);
    }

    @Test
    void listsPageByPage() {
        RestTestClient author = TestUser.instructor(anonymous).http();
        List<String> made = List.of(EditClient.make(author), EditClient.make(author), EditClient.make(author));

        String first = EditClient.body(
                author.get().uri("/api/v1/admin/problems?limit=2").exchange());
        String rest = EditClient.body(author.get()
                .uri("/api/v1/admin/problems?limit=2&after=" + JsonPath.read(first, "$.next"))
                .exchange());

        List<String> listed = new ArrayList<>(JsonPath.<List<String>>read(first, "$.items[*].slug"));
        listed.addAll(JsonPath.<List<String>>read(rest, "$.items[*].slug"));
        assertThat(listed).containsExactlyInAnyOrderElementsOf(made);
    }

    private List<String> requests(String slug) {
        return jdbc.sql("""
                select convert_from(j.request, 'UTF8') from judging j join submission s on s.id = j.submission_id
                join problem p on p.id = s.problem_id where p.slug = :slug
                """).param("slug", slug).query(String.class).list().stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    private static List<String> slugs(RestTestClient client, String query) {
        return JsonPath.read(
                EditClient.body(client.get()
                        .uri("/api/v1/admin/problems?query={query}", query)
                        .exchange()),
                "$.items[*].slug");
    }

    private static ResponseSpec read(RestTestClient client, String slug) {
        return client.get().uri("/api/v1/problems/{slug}", slug).exchange();
    }

    private RestTestClient admin() {
        return TestUser.admin(anonymous).http();
    }
}
