package dev.haetae.api.problem;

import static dev.haetae.api.testing.EditClient.body;
import static dev.haetae.api.testing.EditClient.putTest;
import static dev.haetae.api.testing.EditClient.zip;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.haetae.api.ApiTest;
import dev.haetae.api.testing.EditClient;
import dev.haetae.api.testing.TestProblem;
import dev.haetae.api.testing.TestUser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Changing a problem's tests. */
@ApiTest
class TestEditIT {

    private static final String FLOATS = "name: Sum\nlimits:\n  time_limit: 1\nvalidator_flags: float_tolerance 1e-6\n";

    @Autowired
    private RestTestClient anonymous;

    @Test
    void makesAProblemThatCanBeJudged() {
        RestTestClient admin = admin();
        String slug = EditClient.make(admin);

        replace(admin, slug, Map.of("sample/1.in", "1 2\n", "sample/1.ans", "3\n", "1.in", "2 2\n", "1.out", "4\n"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(2)
                .jsonPath("$.tests")
                .isEqualTo(2)
                .jsonPath("$.samples")
                .isEqualTo(1);

        EditClient.submit(admin, slug, "c")
                .expectStatus()
                .isAccepted()
                .expectBody()
                .jsonPath("$.testsTotal")
                .isEqualTo(2);
        EditClient.read(admin, slug).expectBody().jsonPath("$.state").isEqualTo("READY");
    }

    @Test
    void leavesTheSamplesWhenTheArchiveHasNone() {
        RestTestClient admin = admin();
        String slug = TestProblem.aProblem().importedBy(admin);

        replace(admin, slug, Map.of("9.in", "9 9\n", "9.ans", "18\n"));

        assertThat(tests(admin, slug)).containsExactly("sample/1", "secret/9");
        assertThat(samples(slug)).containsExactly("1 2\n");
    }

    @Test
    void leavesSecretTestsWhenTheArchiveHasNone() {
        RestTestClient admin = admin();
        String slug = TestProblem.aProblem().importedBy(admin);

        replace(admin, slug, Map.of("sample/a.in", "0 0\n", "sample/a.ans", "0\n"));

        assertThat(tests(admin, slug)).containsExactly("sample/a", "secret/1", "secret/2");
        assertThat(samples(slug)).containsExactly("0 0\n");
    }

    @Test
    void leavesWhatIsBeingJudgedItsOwnTests() {
        RestTestClient admin = admin();
        String slug = TestProblem.aProblem().importedBy(admin);
        String id = JsonPath.read(body(EditClient.submit(admin, slug, "c")), "$.id");

        replace(admin, slug, Map.of("9.in", "9 9\n", "9.ans", "18\n"))
                .expectStatus()
                .isOk();

        admin.get()
                .uri("/api/v1/submissions/" + id)
                .exchange()
                .expectBody()
                .jsonPath("$.testsTotal")
                .isEqualTo(3)
                .jsonPath("$.groups[1].testsTotal")
                .isEqualTo(2);
    }

    @Test
    void comparesNewTestsAsTheOthers() {
        RestTestClient admin = admin();
        String slug = TestProblem.aProblem().with("problem.yaml", FLOATS).importedBy(admin);

        replace(admin, slug, Map.of("9.in", "9 9\n", "9.ans", "18\n"));

        EditClient.read(admin, slug)
                .expectBody()
                .jsonPath("$.tests[1].checker.relativeTolerance")
                .isEqualTo(1e-6);
    }

    @Test
    void takesTheArchiveAsTheBody() {
        RestTestClient admin = admin();
        String slug = EditClient.make(admin);

        admin.put()
                .uri("/api/v1/admin/problems/{slug}/testdata", slug)
                .contentType(MediaType.parseMediaType("application/zip"))
                .body(zip(Map.of("1.in", "1 2\n", "1.ans", "3\n")))
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void namesEachFileOfAnArchiveThatIsWrong() {
        RestTestClient admin = admin();
        String slug = TestProblem.aProblem().importedBy(admin);

        replace(admin, slug, Map.of("1.in", "1 2\n", "2.ans", "3\n"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[*].field")
                .isEqualTo(List.of("testdata", "testdata"))
                .jsonPath("$.errors[0].message")
                .value(message -> assertThat(message.toString()).startsWith("1.in: "));
        EditClient.read(admin, slug).expectBody().jsonPath("$.version").isEqualTo(1);
    }

    @Test
    void addsReplacesAndRemovesOneTest() {
        RestTestClient admin = admin();
        String slug = EditClient.make(admin);
        putTest(admin, slug, "sample/1", Map.of("input", "1 2\n", "answer", "3\n"))
                .expectStatus()
                .isOk();
        putTest(admin, slug, "1", Map.of("inputBase64", "AAE=", "answer", "x"))
                .expectStatus()
                .isOk();
        putTest(admin, slug, "sample/1", Map.of("input", "1 3\n", "answer", "4\n"))
                .expectStatus()
                .isOk();

        assertThat(tests(admin, slug)).containsExactly("sample/1", "secret/1");
        remove(admin, slug, "secret/1")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(5);
        assertThat(tests(admin, slug)).containsExactly("sample/1");
        remove(admin, slug, "secret/1").expectStatus().isNotFound();
    }

    @Test
    void takesATestsFiles() {
        RestTestClient admin = admin();
        String slug = EditClient.make(admin);

        EditClient.upload(admin, slug, "/tests/secret/group/1", Map.of("input", bytes("1 2\n"), "answer", bytes("3\n")))
                .expectStatus()
                .isOk();

        admin.get()
                .uri("/api/v1/admin/problems/" + slug + "/tests/secret/group/1")
                .exchange()
                .expectBody()
                .jsonPath("$.input.text")
                .isEqualTo("1 2\n")
                .jsonPath("$.answer.sizeBytes")
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "secret/.hidden, input,       answer, name",
        "other/a+b,      input,       answer, name",
        "secret/1,       inputs,      answer, input",
        "secret/1,       input,       other,  answer"
    })
    void namesTheFieldThatBreaksARule(String name, String input, String answer, String field) {
        RestTestClient admin = admin();
        String slug = EditClient.make(admin);

        putTest(admin, slug, name, Map.of(input, "x", answer, "x"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[*].field")
                .isEqualTo(List.of(field));
    }

    @Test
    void refusesAChangeOfAnOldVersion() {
        RestTestClient admin = admin();
        String slug = TestProblem.aProblem().importedBy(admin);

        putTest(admin, slug, "a?version=1", Map.of("input", "1 2\n", "answer", "3\n"))
                .expectStatus()
                .isOk();
        putTest(admin, slug, "a?version=1", Map.of("input", "1 2\n", "answer", "3\n"))
                .expectStatus()
                .isEqualTo(409);
        remove(admin, slug, "a?version=1").expectStatus().isEqualTo(409);
    }

    @Test
    void showsHiddenTestsToNoStudent() {
        String slug = TestProblem.aProblem().importedBy(admin());
        RestTestClient student = TestUser.student(anonymous).http();
        RestTestClient other = TestUser.instructor(anonymous).http();

        String path = "/api/v1/admin/problems/" + slug + "/tests/secret/1";
        student.get().uri(path).exchange().expectStatus().isForbidden();
        other.get().uri(path).exchange().expectStatus().isForbidden();
        anonymous.get().uri(path).exchange().expectStatus().isUnauthorized();
        putTest(other, slug, "x", Map.of("input", "", "answer", ""))
                .expectStatus()
                .isForbidden();
        replace(student, slug, Map.of("1.in", "", "1.ans", "")).expectStatus().isForbidden();
    }

    private static ResponseSpec replace(RestTestClient client, String slug, Map<String, String> files) {
        return EditClient.upload(client, slug, "/testdata", Map.of("testdata", zip(files)));
    }

    private static ResponseSpec remove(RestTestClient client, String slug, String name) {
        return client.delete()
                .uri("/api/v1/admin/problems/" + slug + "/tests/" + name)
                .exchange();
    }

    private static List<String> tests(RestTestClient client, String slug) {
        return JsonPath.read(body(EditClient.read(client, slug)), "$.tests[*].name");
    }

    private List<String> samples(String slug) {
        return JsonPath.read(
                body(anonymous.get().uri("/api/v1/problems/{slug}", slug).exchange()), "$.samples[*].input");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private RestTestClient admin() {
        return TestUser.admin(anonymous).http();
    }
}
