package dev.haetae.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.api.ApiTest;
import dev.haetae.api.testing.EditClient;
import dev.haetae.api.testing.TestProblem;
import dev.haetae.api.testing.TestUser;
import dev.haetae.common.TestSet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A problem's package: what it is exported as imports back to the same problem. */
@ApiTest
class ExportIT {

    private static final Path SAMPLES = Path.of("../problems");
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private RestTestClient anonymous;

    @Autowired
    private Problems problems;

    @Test
    void givesThePackagesOfSampleProblemsBackFileByFile() throws IOException {
        RestTestClient admin = admin();
        for (String name : samples("problem.yaml")) {
            byte[] zip = zip(SAMPLES.resolve(name));

            String slug = imported(admin, zip);

            assertThat(files(export(admin, slug))).as(name).isEqualTo(files(zip));
        }
    }

    @Test
    void makesIcpcPackagesOfPolygonsThatAreTheSameProblem() throws IOException {
        RestTestClient admin = admin();
        for (String name : samples("problem.xml")) {
            String slug = imported(admin, zip(SAMPLES.resolve(name)));

            byte[] exported = export(admin, slug);
            String again = imported(admin, exported);

            assertThat(files(exported)).containsKey("problem.yaml");
            assertSame(slug, again);
            assertThat(export(admin, again)).as("its bytes").isEqualTo(exported);
        }
    }

    @Test
    void keepsThePointsOfSingleTestsOfPolygons() throws IOException {
        SortedMap<String, String> files = files(zip(SAMPLES.resolve("marketday")));
        AtomicInteger worth = new AtomicInteger();
        String xml = Pattern.compile("<test ")
                .matcher(files.get("problem.xml"))
                .replaceAll(_ -> "<test points=\"" + worth.incrementAndGet() + "\" ");
        files.put("problem.xml", xml);
        RestTestClient admin = admin();
        String slug = imported(admin, zip(files));

        byte[] exported = export(admin, slug);
        String again = imported(admin, exported);

        assertThat(content(again).scoring()).isEqualTo(content(slug).scoring());
        assertThat(export(admin, again)).as("its bytes").isEqualTo(exported);
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void laysChangesOverThePackage() {
        RestTestClient admin = admin();
        String slug = TestProblem.aProblem()
                .with("data/sample/1.in.statement", "shown\n")
                .with("data/secret/2.desc", "the second\n")
                .with("problem_statement/cat.png", "image")
                .with("README", "read me\n")
                .importedBy(admin);
        EditClient.putTest(admin, slug, "sample/1", Map.of("input", "7 7\n", "answer", "14\n"));
        EditClient.putTest(admin, slug, "secret/3", Map.of("input", "8 8\n", "answer", "16\n"));
        EditClient.upload(
                admin, slug, "/testdata", Map.of("testdata", EditClient.zip(Map.of("5.in", "5 5\n", "5.ans", "10\n"))));
        EditClient.change(
                        admin,
                        slug,
                        Map.of(
                                "version", 4,
                                "title", "Total",
                                "tags", List.of("easy sums"),
                                "limits", Map.of("timeMillis", 1_501, "memoryBytes", 100_000_001),
                                "statements", List.of(Map.of("language", "ko", "source", "# 합\n"))))
                .expectStatus()
                .isOk();

        byte[] exported = export(admin, slug);
        String again = imported(admin, exported);

        assertThat(files(exported).keySet())
                .contains("README", "data/secret/5.in", "problem_statement/cat.png", "problem_statement/problem.ko.md")
                .doesNotContain(
                        "data/sample/1.in.statement",
                        "data/secret/2.in",
                        "data/secret/2.desc",
                        "data/secret/3.in",
                        "problem_statement/problem.en.md");
        assertSame(slug, again);
        assertThat(problem(again).title()).isEqualTo("Total");
        assertThat(problem(again).tags()).containsExactly("easy sums");
        assertThat(content(again).limits().timeMillis()).isEqualTo(1_501);
        assertThat(content(again).limits().memoryBytes()).isEqualTo(100_000_001);
    }

    @Test
    void writesAPackageForAProblemThatWasMadeByHand() {
        RestTestClient admin = admin();
        String slug = EditClient.make(admin);
        Map<String, ?> statement = Map.of("language", "en", "source", "Add.\n");
        EditClient.change(admin, slug, Map.of("version", 1, "visibility", "PUBLIC", "statements", List.of(statement)))
                .expectStatus()
                .isOk();
        EditClient.putTest(admin, slug, "sample/1", Map.of("input", "7 7\n", "answer", "14\n"));

        assertSame(slug, imported(admin, export(admin, slug)));
    }

    @Test
    void keepsAllThatEditorsReadOfAPackageThatWasChanged() {
        RestTestClient admin = admin();
        String slug = TestProblem.aProblem()
                .with("problem.yaml", """
                        problem_format_version: 2025-09
                        name: Sum
                        limits: {time_multipliers: {ac_to_time_limit: 3}, time_resolution: 0.5}
                        embargo_until: 2030-01-31
                        """)
                .with("submissions/submissions.yaml", "accepted/sum.py: {use_for_time_limit: lower, permitted: [AC]}\n")
                .importedBy(admin);
        edit(
                admin,
                slug,
                Map.of(
                        "title",
                        "Total",
                        "visibility",
                        "HIDDEN",
                        "embargoUntil",
                        "2031-02-03T04:05:06Z",
                        "difficulty",
                        4,
                        "tags",
                        List.of("sums"),
                        "languages",
                        List.of("c", "java", "pypy3"),
                        "languageFactors",
                        Map.of("java", Map.of("time", 2.5)),
                        "feedbackPolicy",
                        "NONE"));

        assertSameForEditors(admin, slug);
        assertThat(files(export(admin, slug)).get("problem.yaml")).contains("ac_to_time_limit: 3");
        assertThat(files(export(admin, slug))).containsKey("submissions/submissions.yaml");
    }

    @Test
    void keepsAllThatEditorsReadOfALegacyPackageWithALimitSetByHand() {
        RestTestClient admin = admin();
        String slug = TestProblem.aProblem().importedBy(admin);
        edit(
                admin,
                slug,
                Map.of(
                        "embargoUntil", "2031-02-03T04:05:06Z",
                        "limits", Map.of("timeMillis", 1_501, "codeBytes", 65_536),
                        "feedbackPolicy", "VERDICT"));

        assertSameForEditors(admin, slug);
    }

    @Test
    void keepsAllThatEditorsReadOfAProblemThatWasMadeByHand() {
        RestTestClient admin = admin();
        String slug = EditClient.make(admin);
        Map<String, ?> statement = Map.of("language", "en", "source", "Add.\n");
        edit(admin, slug, Map.of("difficulty", 2, "statements", List.of(statement)));
        EditClient.putTest(admin, slug, "sample/1", Map.of("input", "7 7\n", "answer", "14\n"));

        assertSameForEditors(admin, slug);
    }

    private static void edit(RestTestClient admin, String slug, Map<String, ?> changes) {
        Map<String, Object> edit = new HashMap<>(changes);
        edit.put("version", 1);
        EditClient.change(admin, slug, edit).expectStatus().isOk();
    }

    private static void assertSameForEditors(RestTestClient admin, String slug) {
        String again = imported(admin, export(admin, slug));

        assertThat(editors(admin, again)).isEqualTo(editors(admin, slug));
    }

    /** All but what tells one problem from another, and how each came to be. */
    private static JsonNode editors(RestTestClient admin, String slug) {
        String view = Objects.requireNonNull(admin.get()
                .uri("/api/v1/admin/problems/{slug}", slug)
                .exchange()
                .returnResult(String.class)
                .getResponseBody());
        ObjectNode problem = (ObjectNode) JSON.readTree(view.replace(slug, "SLUG"));
        problem.remove(List.of("version", "createdAt", "changedAt", "format", "warnings", "versions"));
        return problem;
    }

    @Test
    void isForThoseWhoMayEditTheProblem() {
        String slug = TestProblem.aProblem().importedBy(admin());

        TestUser.instructor(anonymous)
                .http()
                .get()
                .uri("/api/v1/admin/problems/{slug}/export", slug)
                .exchange()
                .expectStatus()
                .isForbidden();
        admin().get()
                .uri("/api/v1/admin/problems/{slug}/export", EditClient.make(admin()))
                .exchange()
                .expectStatus()
                .isEqualTo(409);
    }

    /** All that a judging depends on, and all that people read. */
    private void assertSame(String slug, String other) {
        ProblemContent one = content(slug);
        ProblemContent two = content(other);
        assertThat(two.title()).isEqualTo(one.title());
        assertThat(two.limits()).isEqualTo(one.limits());
        assertThat(two.statements()).containsExactlyInAnyOrderElementsOf(one.statements());
        assertThat(two.statementFiles()).containsExactlyInAnyOrderElementsOf(one.statementFiles());
        assertThat(two.samples()).isEqualTo(one.samples());
        assertThat(two.included()).isEqualTo(one.included());
        // 2025-09 says itself what its folders expect of each test; of Polygon's tags we know the final verdict only.
        assertThat(two.jurySubmissions())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("expectation")
                .containsExactlyInAnyOrderElementsOf(one.jurySubmissions());
        assertThat(withoutNames(tests(other))).isEqualTo(withoutNames(tests(slug)));
    }

    /** The tests, with the programs of the jury by their files: where these lie is said for people. */
    private static List<Object> withoutNames(TestSet set) {
        List<Object> tests = new ArrayList<>();
        set.tests()
                .forEach(test -> tests.add(List.of(
                        test.name(),
                        test.group(),
                        test.input(),
                        test.answer(),
                        test.checker().programs().stream()
                                .map(program -> List.of(
                                        String.valueOf(program.language()),
                                        String.valueOf(program.protocol()),
                                        program.files()))
                                .toList())));
        return tests;
    }

    private TestSet tests(String slug) {
        ProblemStore.Row row = problem(slug);
        return problems.testSet(row.id(), row.version());
    }

    private ProblemContent content(String slug) {
        ProblemStore.Row row = problem(slug);
        return problems.content(row.id(), row.version());
    }

    private ProblemStore.Row problem(String slug) {
        return problems.visible(slug, null);
    }

    private RestTestClient admin() {
        return TestUser.admin(anonymous).http();
    }

    private static String imported(RestTestClient admin, byte[] zip) {
        String slug = TestProblem.freshSlug();
        TestProblem.send(admin, "slug=" + slug, "package.zip", zip)
                .expectStatus()
                .isCreated();
        return slug;
    }

    private static byte[] export(RestTestClient admin, String slug) {
        byte[] zip = admin.get()
                .uri("/api/v1/admin/problems/{slug}/export", slug)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/zip")
                .expectBody()
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(zip);
    }

    private static List<String> samples(String metadata) throws IOException {
        try (Stream<Path> folders = Files.list(SAMPLES)) {
            return folders.filter(folder -> Files.exists(folder.resolve(metadata)))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static byte[] zip(Path folder) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes);
                Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
                Files.copy(file, zip);
            }
        }
        return bytes.toByteArray();
    }

    private static SortedMap<String, String> files(byte[] archive) {
        SortedMap<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
