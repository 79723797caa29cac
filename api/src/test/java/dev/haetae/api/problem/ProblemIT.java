package dev.haetae.api.problem;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.haetae.api.ApiTest;
import dev.haetae.api.testing.TestProblem;
import dev.haetae.api.testing.TestUser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Reading problems. */
@ApiTest
class ProblemIT {

    @Autowired
    private RestTestClient anonymous;

    @Autowired
    private StringRedisTemplate redis;

    @Test
    void showsAPublicProblemToEverybody() {
        String slug = TestProblem.aProblem().importedBy(admin());

        read(anonymous, slug)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("Sum")
                .jsonPath("$.statementHtml")
                .value(html ->
                        assertThat(html.toString()).contains("<p>Add.</p>").doesNotContain("<h1>"))
                .jsonPath("$.statements[0].language")
                .isEqualTo("en")
                .jsonPath("$.samples[0].name")
                .isEqualTo("sample/1")
                .jsonPath("$.samples[0].input")
                .isEqualTo("1 2\n")
                .jsonPath("$.samples[0].output")
                .isEqualTo("3\n")
                .jsonPath("$.limits.timeMillis")
                .isEqualTo(1000)
                .jsonPath("$.limits.codeBytes")
                .isEqualTo(1024)
                .jsonPath("$.limits.passes")
                .isEqualTo(1)
                .jsonPath("$.limitsByLanguage.cpp.timeMillis")
                .isEqualTo(1000)
                .jsonPath("$.languages")
                .isEqualTo(List.of("c", "cpp", "java", "python3", "pypy3", "javascript"))
                .jsonPath("$.type")
                .isEqualTo("PASS_FAIL")
                .jsonPath("$.state")
                .isEqualTo("READY")
                .jsonPath("$.version")
                .isEqualTo(1);
    }

    @Test
    void showsNothingOfTheHiddenTests() {
        String slug = TestProblem.aProblem().importedBy(admin());

        assertThat(body(read(anonymous, slug))).doesNotContain("2 2\\n", "secret/1");
    }

    @Test
    void answersWhatHasNotChangedWithoutABody() {
        String slug = TestProblem.aProblem().importedBy(admin());
        String tag = tag(slug);

        anonymous
                .get()
                .uri("/api/v1/problems/{slug}", slug)
                .header("If-None-Match", tag)
                .exchange()
                .expectStatus()
                .isNotModified()
                .expectBody()
                .isEmpty();
    }

    @Test
    void changesTheTagWithTheVersion() {
        RestTestClient admin = admin();
        String slug = TestProblem.aProblem().importedBy(admin);
        String tag = tag(slug);
        TestProblem.aProblem().sentBy(admin, slug).expectStatus().isCreated();

        anonymous
                .get()
                .uri("/api/v1/problems/{slug}", slug)
                .header("If-None-Match", tag)
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void keepsTheViewInRedisUnderItsTag() {
        String slug = TestProblem.aProblem().importedBy(admin());
        String first = body(read(anonymous, slug));

        String kept = redis.opsForValue().get("problem:" + tag(slug).replace("\"", ""));

        assertThat(kept).isEqualTo(first);
    }

    @Test
    void offersAPdfWhereTheStatementIsOne() {
        String slug = TestProblem.aProblem()
                .without("problem_statement/problem.en.md")
                .with("problem_statement/problem.en.pdf", "%PDF-1.7 it says")
                .importedBy(admin());

        String url = JsonPath.read(body(read(anonymous, slug)), "$.statements[0].pdfUrl");

        anonymous
                .get()
                .uri(url)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PDF)
                .expectHeader()
                .valueEquals("Content-Disposition", "inline; filename=\"" + slug + ".en.pdf\"")
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .value("Content-Security-Policy", policy -> assertThat(policy).startsWith("default-src 'none'"))
                .expectBody(String.class)
                .isEqualTo("%PDF-1.7 it says");
    }

    @Test
    void offersAttachmentsToBeSaved() {
        String slug = TestProblem.aProblem()
                .with("attachments/tools/test.html", "<script>")
                .with("attachments/.gitkeep", "")
                .importedBy(admin());

        List<String> names = JsonPath.read(body(read(anonymous, slug)), "$.attachments");

        assertThat(names).containsExactly("tools/test.html");
        anonymous
                .get()
                .uri("/api/v1/problems/{slug}/attachments/tools/test.html", slug)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .expectHeader()
                .value(
                        "Content-Disposition",
                        disposition -> assertThat(disposition)
                                .startsWith("attachment; ")
                                .contains("test.html"))
                .expectBody(String.class)
                .isEqualTo("<script>");
    }

    @Test
    void hasNoOtherAttachments() {
        String slug = TestProblem.aProblem().with("attachments/.gitkeep", "").importedBy(admin());

        for (String name : List.of("", ".gitkeep", "problem.yaml")) {
            anonymous
                    .get()
                    .uri("/api/v1/problems/" + slug + "/attachments/" + name)
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
    }

    @Test
    void givesTheSamplesThatItsPackageHasForDownloading() throws IOException {
        String slug = TestProblem.aProblem()
                .with("data/sample/1.in.download", "one\n")
                .with("data/sample/1.ans.download", "two\n")
                .with("data/sample/1.in.statement", "three\n")
                .with("data/sample/2.in", "3 4\n")
                .with("data/sample/2.ans", "7\n")
                .with("data/sample/3.in", "5 6\n")
                .with("data/sample/3.ans", "11\n")
                .with("data/sample/3.interaction", ">5\n<6\n")
                .importedBy(admin());

        byte[] zip = anonymous
                .get()
                .uri("/api/v1/problems/{slug}/samples.zip", slug)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();

        assertThat(entries(requireNonNull(zip)))
                .isEqualTo(Map.of(
                        "sample/1.in", "one\n",
                        "sample/1.ans", "two\n",
                        "sample/2.in", "3 4\n",
                        "sample/2.ans", "7\n",
                        "sample/3.interaction", ">5\n<6\n"));
    }

    private static Map<String, String> entries(byte[] zip) throws IOException {
        Map<String, String> entries = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    @Test
    void titlesStatementsAsTheMetadataDoInTheirLanguages() {
        String slug = TestProblem.aProblem()
                .with("problem.yaml", "name: {en: Sum, ko: 합, de: Summe}\nlimits: {time_limit: 1}\n")
                .with("problem_statement/problem.ko.md", "더하라.\n")
                .with("problem_statement/problem.de.md", "# Die Summe\n\nAddiere.\n")
                .importedBy(admin());

        List<String> titles = JsonPath.read(body(read(anonymous, slug)), "$.statements[*].title");

        assertThat(titles).containsExactly("Sum", "Die Summe", "합");
    }

    @Test
    void hasNoPdfOfAStatementInText() {
        String slug = TestProblem.aProblem().importedBy(admin());

        anonymous
                .get()
                .uri("/api/v1/problems/{slug}/statements/en.pdf", slug)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void knowsNoProblemThatThereIsNot() {
        read(anonymous, "no-such-problem")
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/not-found");
    }

    @Test
    void hidesAHiddenProblemFromAllButOwnerAndAdministrators() {
        RestTestClient owner = TestUser.instructor(anonymous).http();
        String slug = TestProblem.aProblem().hiddenBy(owner);

        read(owner, slug).expectStatus().isOk();
        read(admin(), slug).expectStatus().isOk();
        read(anonymous, slug).expectStatus().isNotFound();
        read(TestUser.student(anonymous).http(), slug).expectStatus().isNotFound();
        read(TestUser.instructor(anonymous).http(), slug).expectStatus().isNotFound();
    }

    @Test
    void listsWhatTheReaderMaySee() {
        RestTestClient owner = TestUser.instructor(anonymous).http();
        String tag = TestProblem.freshSlug();
        TestProblem problem = TestProblem.aProblem().with("problem.yaml", "name: Sum\nkeywords: " + tag + "\n");
        String shown = problem.importedBy(owner);
        String hidden = problem.hiddenBy(owner);

        assertThat(slugs(anonymous, "tag=" + tag)).containsExactly(shown);
        assertThat(slugs(owner, "tag=" + tag)).containsExactlyInAnyOrder(shown, hidden);
        assertThat(slugs(admin(), "tag=" + tag)).containsExactlyInAnyOrder(shown, hidden);
    }

    @Test
    void findsByAPartOfTheTitleInAnyCase() {
        String word = TestProblem.freshSlug();
        String slug = TestProblem.aProblem()
                .with("problem.yaml", "name: The " + word + " Problem\n")
                .importedBy(admin());

        assertThat(slugs(anonymous, "query=" + word.toUpperCase(Locale.ROOT))).containsExactly(slug);
    }

    @Test
    void takesSignsOfPatternsAsTheyAre() {
        TestProblem.aProblem().importedBy(admin());

        assertThat(slugs(anonymous, "query=%25")).isEmpty();
    }

    @Test
    void listsEachOncePageByPage() {
        String tag = TestProblem.freshSlug();
        TestProblem problem = TestProblem.aProblem().with("problem.yaml", "name: Sum\nkeywords: " + tag + "\n");
        RestTestClient admin = admin();
        List<String> imported =
                List.of(problem.importedBy(admin), problem.importedBy(admin), problem.importedBy(admin));

        List<String> listed = new ArrayList<>();
        @Nullable String next = "";
        while (next != null) {
            String page = body(list(anonymous, "tag=" + tag + "&limit=2" + (next.isEmpty() ? "" : "&after=" + next)));
            listed.addAll(JsonPath.<List<String>>read(page, "$.items[*].slug"));
            next = JsonPath.read(page, "$.next");
        }

        assertThat(listed).containsExactlyElementsOf(imported.stream().sorted().toList());
    }

    private ResponseSpec read(RestTestClient reader, String slug) {
        return reader.get().uri("/api/v1/problems/{slug}", slug).exchange();
    }

    private ResponseSpec list(RestTestClient reader, String query) {
        return reader.get()
                .uri("/api/v1/problems?" + query)
                .exchange()
                .expectStatus()
                .isOk();
    }

    private List<String> slugs(RestTestClient reader, String query) {
        return JsonPath.read(body(list(reader, query)), "$.items[*].slug");
    }

    private String tag(String slug) {
        return Objects.requireNonNull(
                read(anonymous, slug).returnResult().getResponseHeaders().getETag());
    }

    private RestTestClient admin() {
        return TestUser.admin(anonymous).http();
    }

    private static String body(ResponseSpec response) {
        byte[] bytes = response.expectBody().returnResult().getResponseBody();
        return new String(Objects.requireNonNull(bytes), StandardCharsets.UTF_8);
    }
}
