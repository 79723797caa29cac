package dev.haetae.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.api.ApiTest;
import dev.haetae.api.testing.EditClient;
import dev.haetae.api.testing.TestProblem;
import dev.haetae.api.testing.TestUser;
import java.nio.charset.StandardCharsets;
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
import org.springframework.test.web.servlet.client.StatusAssertions;

/** Importing packages. */
@ApiTest
class ImportIT {

    @Autowired
    private RestTestClient anonymous;

    @Test
    void saysWhatItImported() {
        String slug = TestProblem.freshSlug();

        TestProblem.aProblem()
                .sentBy(admin(), slug)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.slug")
                .isEqualTo(slug)
                .jsonPath("$.version")
                .isEqualTo(1)
                .jsonPath("$.format")
                .isEqualTo("ICPC_LEGACY")
                .jsonPath("$.state")
                .isEqualTo("READY")
                .jsonPath("$.timeLimit.millis")
                .isEqualTo(1000)
                .jsonPath("$.timeLimit.source")
                .isEqualTo("PACKAGE")
                .jsonPath("$.tests")
                .isEqualTo(3)
                .jsonPath("$.jurySubmissions")
                .isEqualTo(1)
                .jsonPath("$.warnings")
                .isArray();
    }

    @Test
    void takesTheFormatOf2025AndTheLanguagesThatItNames() {
        String slug = TestProblem.freshSlug();

        TestProblem.aProblem()
                .with(
                        "problem.yaml",
                        "problem_format_version: 2025-09\nname: Sum\nlanguages: [c, java]\nlimits: {time_limit: 1}\n")
                .with("data/secret/2.yaml", "output_validator_args: [case_sensitive]\n")
                .sentBy(admin(), slug)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.format")
                .isEqualTo("ICPC_2025_09")
                .jsonPath("$.tests")
                .isEqualTo(3);

        anonymous
                .get()
                .uri("/api/v1/problems/{slug}", slug)
                .exchange()
                .expectBody()
                .jsonPath("$.languages")
                .isEqualTo(List.of("c", "java"));
    }

    @Test
    void refusesAProblemForLanguagesThatAreNotOffered() {
        TestProblem.aProblem()
                .with("problem.yaml", "problem_format_version: 2025-09\nname: Sum\nlanguages: [rust]\n")
                .sentBy(admin(), TestProblem.freshSlug())
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].message")
                .isEqualTo("problem.yaml: none of its languages is offered here");
    }

    @Test
    void hidesAProblemUntilItsEmbargoEnds() {
        String yaml = "problem_format_version: 2025-09\nname: Sum\nlimits: {time_limit: 1}\nembargo_until: ";
        String slug = TestProblem.freshSlug();

        TestProblem.aProblem().with("problem.yaml", yaml + "2999-01-01\n").sentBy(admin(), slug);
        status(anonymous, slug).isNotFound();
        status(admin(), slug).isOk();
        TestProblem.aProblem().with("problem.yaml", yaml + "2020-01-01\n").sentBy(admin(), slug);
        status(anonymous, slug).isOk();
    }

    private static StatusAssertions status(RestTestClient client, String slug) {
        return client.get().uri("/api/v1/problems/{slug}", slug).exchange().expectStatus();
    }

    @Test
    void takesThePackagesShortNameWithoutASlug() {
        String name = TestProblem.freshSlug();

        TestProblem.send(admin(), "", name + ".zip", TestProblem.aProblem().zip())
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.slug")
                .isEqualTo(name);
    }

    @Test
    void makesTheNextVersionUnderTheSameSlug() {
        RestTestClient admin = admin();
        String slug = TestProblem.aProblem().importedBy(admin);

        TestProblem.aProblem()
                .with("problem.yaml", "name: Sum of two\n")
                .sentBy(admin, slug)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(2);

        anonymous
                .get()
                .uri("/api/v1/problems/{slug}", slug)
                .exchange()
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("Sum of two")
                .jsonPath("$.version")
                .isEqualTo(2);
    }

    @Test
    void numbersVersionsThatComeAtTheSameTime() throws Exception {
        RestTestClient admin = admin();
        String slug = TestProblem.freshSlug();
        List<Callable<Integer>> imports = new ArrayList<>();
        for (int each = 0; each < 4; each++) {
            imports.add(() -> TestProblem.aProblem()
                    .sentBy(admin, slug)
                    .returnResult()
                    .getStatus()
                    .value());
        }

        List<Integer> statuses = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(imports)) {
                statuses.add(answer.get());
            }
        }

        int made = (int) statuses.stream().filter(status -> status == 201).count();
        assertThat(statuses).allMatch(status -> status == 201 || status == 409);
        anonymous
                .get()
                .uri("/api/v1/problems/{slug}", slug)
                .exchange()
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(made);
    }

    @Test
    void namesFileAndLineOfWhatIsRefused() {
        String slug = TestProblem.freshSlug();

        TestProblem.aProblem()
                .with("problem.yaml", "name: Sum\nvalidation: custom score\n")
                .sentBy(admin(), slug)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/validation")
                .jsonPath("$.errors[0].field")
                .isEqualTo("package")
                .jsonPath("$.errors[0].message")
                .value(message -> assertThat(message.toString()).startsWith("problem.yaml:2: "));
        anonymous
                .get()
                .uri("/api/v1/problems/{slug}", slug)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void refusesAValidatorInALanguageThatIsNotOffered() {
        TestProblem.aProblem()
                .with("problem.yaml", "name: Sum\nvalidation: custom\n")
                .with("output_validators/check.rs", "fn main() {}\n")
                .sentBy(admin(), TestProblem.freshSlug())
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].message")
                .isEqualTo("output_validators/check.rs: the program is in rust, which is not offered here");
    }

    @Test
    void refusesWhatIsNoArchive() {
        byte[] text = "this is no zip".getBytes(StandardCharsets.UTF_8);

        TestProblem.send(admin(), "slug=" + TestProblem.freshSlug(), "package.zip", text)
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void refusesAnArchiveThatIsCutOff() {
        byte[] zip = TestProblem.aProblem().zip();
        byte[] half = java.util.Arrays.copyOf(zip, zip.length / 2);

        TestProblem.send(admin(), "slug=" + TestProblem.freshSlug(), "package.zip", half)
                .expectStatus()
                .isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({"Upper,slug", "a_b,slug", "-a,slug", "a&visibility=SECRET,visibility"})
    void namesTheParameterThatBreaksARule(String slug, String field) {
        TestProblem.aProblem()
                .sentBy(admin(), slug)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void asksForThePackage() {
        admin().post()
                .uri("/api/v1/admin/problems/import?slug=x")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .body("--x\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nvalue\r\n--x--\r\n")
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("package");
    }

    @Test
    void asksForAnUpload() {
        admin().post()
                .uri("/api/v1/admin/problems/import?slug=x")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{}")
                .exchange()
                .expectStatus()
                .isEqualTo(415);
    }

    @Test
    void letsInstructorsImportTheirOwn() {
        RestTestClient instructor = TestUser.instructor(anonymous).http();
        String slug = TestProblem.aProblem().importedBy(instructor);

        TestProblem.aProblem().sentBy(instructor, slug).expectStatus().isCreated();
    }

    @Test
    void keepsInstructorsFromEachOthersProblems() {
        String slug =
                TestProblem.aProblem().importedBy(TestUser.instructor(anonymous).http());

        TestProblem.aProblem()
                .sentBy(TestUser.instructor(anonymous).http(), slug)
                .expectStatus()
                .isForbidden();
    }

    @Test
    void isNotForStudents() {
        TestProblem.aProblem()
                .sentBy(TestUser.student(anonymous).http(), TestProblem.freshSlug())
                .expectStatus()
                .isForbidden();
    }

    @Test
    void isNotForAnybodyWithoutAToken() {
        TestProblem.aProblem()
                .sentBy(anonymous, TestProblem.freshSlug())
                .expectStatus()
                .isUnauthorized();
    }

    private RestTestClient admin() {
        return TestUser.admin(anonymous).http();
    }

    @Test
    void warnsWhenAHiddenProblemBecomesPublic() {
        RestTestClient admin = admin();
        String slug = TestProblem.aProblem().hiddenBy(admin);

        TestProblem.aProblem()
                .sentBy(admin, slug)
                .expectBody()
                .jsonPath("$.warnings[?(@ =~ /the problem was hidden and is public now.*/)]")
                .isNotEmpty();
        anonymous
                .get()
                .uri("/api/v1/problems/{slug}", slug)
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void keepsWhatPeopleSet() {
        RestTestClient admin = admin();
        String slug = TestProblem.aProblem().importedBy(admin);
        EditClient.change(
                admin,
                slug,
                Map.of("version", 1, "difficulty", 4, "feedbackPolicy", "TESTS", "languages", List.of("c")));

        TestProblem.aProblem().sentBy(admin, slug).expectStatus().isCreated();

        EditClient.read(admin, slug)
                .expectBody()
                .jsonPath("$.difficulty")
                .isEqualTo(4)
                .jsonPath("$.feedbackPolicy")
                .isEqualTo("TESTS")
                .jsonPath("$.languages")
                .isEqualTo(List.of("c"));
    }
}
