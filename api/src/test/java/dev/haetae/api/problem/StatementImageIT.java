package dev.haetae.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.haetae.api.ApiTest;
import dev.haetae.api.testing.EditClient;
import dev.haetae.api.testing.TestProblem;
import dev.haetae.api.testing.TestUser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Images of statements. */
@ApiTest
class StatementImageIT {

    private static final Pattern SOURCE = Pattern.compile("src=\"([^\"]+)\"");

    @Autowired
    private RestTestClient anonymous;

    @Test
    void servesTheImagesThatTheHtmlShowsForWhatTheyAre() {
        String slug = withImage("fig.png").importedBy(admin());

        get(anonymous, shown(slug))
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.IMAGE_GIF)
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .value(
                        "Content-Security-Policy",
                        policy -> assertThat(policy).contains("default-src 'none'", "sandbox"))
                .expectBody(String.class)
                .isEqualTo("GIF89a an image");
    }

    @Test
    void neverServesAnSvgAsADocument() {
        String slug = withImage("fig.svg").importedBy(admin());

        get(anonymous, shown(slug))
                .expectHeader()
                .contentType("image/svg+xml")
                .expectHeader()
                .valueEquals("Content-Disposition", "attachment");
    }

    @Test
    void servesNoPageUnderAnImagesName() {
        String slug = TestProblem.aProblem()
                .with("problem_statement/problem.en.md", "![a figure](fig.png)")
                .with("problem_statement/fig.png", "<html><script>alert(1)</script></html>")
                .importedBy(admin());

        get(anonymous, shown(slug)).expectStatus().isNotFound();
    }

    @Test
    void takesNoPageForAnImage() {
        RestTestClient admin = admin();
        String slug = EditClient.make(admin);
        byte[] page = "<html></html>".getBytes(StandardCharsets.UTF_8);

        EditClient.upload(admin, slug, "/images/fig.png", Map.of("image", page))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("image");
    }

    @Test
    void servesNothingElseThatLiesBesideAStatement() {
        String slug = withImage("fig.html").importedBy(admin());

        assertThat(html(slug)).contains("a figure").doesNotContain("<img");
    }

    @Test
    void hidesTheImagesOfAHiddenProblem() {
        RestTestClient admin = admin();
        String slug = withImage("fig.png").importedBy(admin);
        String url = shown(slug);
        withImage("fig.png").sentBy(admin, slug + "&visibility=HIDDEN");

        get(anonymous, url).expectStatus().isNotFound();
        get(admin, url).expectStatus().isOk();
    }

    @Test
    void servesNoTestUnderAnImagesName() {
        String slug = withImage("fig.png").importedBy(admin());
        String hash = dev.haetae.api.web.Sha256.hex("2 2\n");

        for (String ending : List.of("png", "svg", "pdf")) {
            get(anonymous, "/api/v1/problems/" + slug + "/statements/" + hash + "." + ending)
                    .expectStatus()
                    .isNotFound();
        }
    }

    @Test
    void takesImagesByHand() {
        RestTestClient admin = admin();
        String slug = TestProblem.aProblem()
                .with("problem_statement/problem.en.md", "![a figure](fig.png)")
                .importedBy(admin);

        upload(admin, slug, "fig.png")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.images[0].name")
                .isEqualTo("fig.png");

        get(anonymous, shown(slug))
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo("GIF89a by hand");
    }

    @Test
    void takesAnImageAway() {
        RestTestClient admin = admin();
        String slug = withImage("fig.png").importedBy(admin);
        String path = "/api/v1/admin/problems/" + slug + "/images/fig.png";

        admin.delete().uri(path).exchange().expectStatus().isOk();

        assertThat(html(slug)).doesNotContain("<img");
        admin.delete().uri(path).exchange().expectStatus().isNotFound();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fig.html", ".png", "fig", "fig.pdf"})
    void takesNoOtherFiles(String name) {
        RestTestClient admin = admin();
        String slug = EditClient.make(admin);

        upload(admin, slug, name)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("name");
    }

    private static ResponseSpec upload(RestTestClient client, String slug, String name) {
        return EditClient.upload(
                client, slug, "/images/" + name, Map.of("image", "GIF89a by hand".getBytes(StandardCharsets.UTF_8)));
    }

    private static TestProblem withImage(String name) {
        return TestProblem.aProblem()
                .with("problem_statement/problem.en.md", "# Sum\n\n![a figure](" + name + ")\n")
                .with("problem_statement/" + name, name.endsWith("svg") ? "<svg/>" : "GIF89a an image");
    }

    private String shown(String slug) {
        Matcher source = SOURCE.matcher(html(slug));
        assertThat(source.find()).isTrue();
        return source.group(1);
    }

    private String html(String slug) {
        byte[] body = get(anonymous, "/api/v1/problems/" + slug)
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JsonPath.read(new String(Objects.requireNonNull(body), StandardCharsets.UTF_8), "$.statementHtml");
    }

    private static ResponseSpec get(RestTestClient client, String url) {
        return client.get().uri(url).exchange();
    }

    private RestTestClient admin() {
        return TestUser.admin(anonymous).http();
    }
}
