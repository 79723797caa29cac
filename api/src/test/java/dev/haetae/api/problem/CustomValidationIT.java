package dev.haetae.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.api.ApiTest;
import dev.haetae.api.testing.TestProblem;
import dev.haetae.api.testing.TestUser;
import dev.haetae.api.web.Sha256;
import dev.haetae.common.BlobRef;
import dev.haetae.common.CheckerSpec;
import dev.haetae.common.ProgramSpec;
import dev.haetae.common.TestCase;
import dev.haetae.common.ValidationLimits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What an import keeps of a package's output validators. */
@ApiTest
class CustomValidationIT {

    private static final String CHECK = "int main() { return 42; }\n";

    @Autowired
    private RestTestClient anonymous;

    @Autowired
    private Problems problems;

    @Autowired
    private BlobStore blobs;

    @Autowired
    private ReferencedBlobs referenced;

    @Test
    void isPartOfTheTestSetWithItsProgramsByHash() throws Exception {
        List<TestCase> tests = imported();

        assertThat(tests)
                .extracting(TestCase::checker)
                .allSatisfy(checker -> assertThat(checker)
                        .isInstanceOfSatisfying(CheckerSpec.OutputValidators.class, validators -> {
                            assertThat(validators.arguments()).startsWith("strict");
                            assertThat(validators.limits())
                                    .isEqualTo(new ValidationLimits(5_000, 2_048L << 20, 8 << 20));
                        }));
        assertThat(((CheckerSpec.OutputValidators) tests.getLast().checker()).arguments())
                .containsExactly("strict", "secret");
    }

    @Test
    void keepsTheBytesOfPrograms() throws Exception {
        CheckerSpec.OutputValidators validators =
                (CheckerSpec.OutputValidators) imported().getFirst().checker();

        ProgramSpec program = validators.programs().getFirst();

        assertThat(program.name()).isEqualTo("output_validators/check");
        assertThat(program.language()).isEqualTo("cpp");
        assertThat(program.files().getFirst().path()).isEqualTo("check.cpp");
        assertThat(blobs.get(program.files().getFirst().content()).getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo(CHECK);
    }

    @Test
    void needsItsTestsItsProgramsAndItsWholePackage() throws Exception {
        List<TestCase> tests = imported();
        BlobRef nobodys = blobs.put("nobody's".getBytes(StandardCharsets.UTF_8));

        Set<String> needed = referenced.find();

        CheckerSpec checker = tests.getFirst().checker();
        assertThat(needed)
                .contains(
                        tests.getLast().input().sha256(),
                        tests.getLast().answer().sha256())
                .contains(checker.programs()
                        .getFirst()
                        .files()
                        .getFirst()
                        .content()
                        .sha256())
                .contains(Sha256.hex("output_validator_flags: secret\n"))
                .doesNotContain(nobodys.sha256());
    }

    @Test
    void showsOfAnInteractiveProblemOnlyInteractionsThatAreWritten() {
        String slug = TestProblem.aProblem()
                .with("problem.yaml", "name: Talk\nvalidation: custom interactive\nlimits: {time_limit: 1}\n")
                .with("output_validators/talk.cpp", CHECK)
                .with("data/sample/2.in", "3 4\n")
                .with("data/sample/2.ans", "7\n")
                .with("data/sample/2.interaction", "<3\n>4\n")
                .with("data/sample/10.interaction", "<0\n>0\n")
                .importedBy(TestUser.admin(anonymous).http());

        anonymous
                .get()
                .uri("/api/v1/problems/{slug}", slug)
                .exchange()
                .expectBody()
                .jsonPath("$.interactive")
                .isEqualTo(true)
                .jsonPath("$.samples.length()")
                .isEqualTo(2)
                .jsonPath("$.samples[0].name")
                .isEqualTo("sample/10")
                .jsonPath("$.samples[1].name")
                .isEqualTo("sample/2")
                .jsonPath("$.samples[1].input")
                .isEmpty()
                .jsonPath("$.samples[1].interaction")
                .isEqualTo("<3\n>4\n");
    }

    @Test
    void showsTheSamplesOfAnInteractiveProblemWhereItsFormatDoes() {
        String slug = TestProblem.aProblem()
                .with("problem_statement/problem.en.md", "")
                .with("statement/problem.en.md", "Talk.\n")
                .with(
                        "problem.yaml",
                        "problem_format_version: 2025-09\nname: Talk\ntype: interactive\nlimits: {time_limit: 1}\n")
                .with("output_validator/talk.cpp", CHECK)
                .with("data/sample/1.in.statement", "shown\n")
                .importedBy(TestUser.admin(anonymous).http());

        anonymous
                .get()
                .uri("/api/v1/problems/{slug}", slug)
                .exchange()
                .expectBody()
                .jsonPath("$.samples[0].input")
                .isEqualTo("shown\n");
    }

    private List<TestCase> imported() {
        String slug = TestProblem.aProblem()
                .with(
                        "problem.yaml",
                        "name: Sum\nvalidation: custom\nvalidator_flags: strict\nlimits: {time_limit: 1, validation_time: 5}\n")
                .with("output_validators/check/check.cpp", CHECK)
                .with("data/secret/testdata.yaml", "output_validator_flags: secret\n")
                .importedBy(TestUser.admin(anonymous).http());
        ProblemStore.Row row = problems.visible(slug, null);
        return problems.testSet(row.id(), row.version()).tests();
    }
}
