package dev.haetae.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.api.problem.ProblemSettings.Factors;
import dev.haetae.common.BlobRef;
import dev.haetae.common.Limits;
import dev.haetae.common.Scoring;
import dev.haetae.common.TestSetRef;
import dev.haetae.common.packages.Origin;
import dev.haetae.common.packages.TimeLimitSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds in which language. */
class LanguageLimitsTests {

    private final LanguageLimits limits =
            new LanguageLimits(new OfferedLanguages(new OfferedLanguages.Settings(List.of("cpp", "java", "python3"))));

    @Test
    void takesAPackagesLimitsExactly() {
        assertThat(time("python3", problem(TimeLimitSource.PACKAGE, ProblemSettings.DEFAULT)))
                .isEqualTo(2_000);
    }

    @Test
    void givesSlowLanguagesMoreOfALimitSetByHand() {
        ProblemContent problem = problem(TimeLimitSource.OPERATOR, ProblemSettings.DEFAULT);

        assertThat(time("cpp", problem)).isEqualTo(2_000);
        assertThat(time("java", problem)).isEqualTo(4_000);
        assertThat(time("python3", problem)).isEqualTo(8_000);
    }

    @Test
    void appliesTheProblemsOwnFactorsWhateverSetTheLimit() {
        ProblemSettings settings = with(List.of(), Map.of("java", new Factors(1.5, 2.0)));

        assertThat(time("java", problem(TimeLimitSource.OPERATOR, settings))).isEqualTo(3_000);
        assertThat(time("java", problem(TimeLimitSource.PACKAGE, settings))).isEqualTo(3_000);
        assertThat(limits.of(problem(TimeLimitSource.PACKAGE, settings)).get("java"))
                .hasFieldOrPropertyWithValue("memoryBytes", 2 * Limits.DEFAULT.memoryBytes());
    }

    @Test
    void promisesNoTimeThatNoJudgingHas() {
        ProblemSettings settings = with(List.of(), Map.of("cpp", new Factors(100.0, null)));
        Limits long1 = new Limits(1_000_000, 1, 1, 1, 1, 1);

        assertThat(limits.of(problem(long1, TimeLimitSource.PACKAGE, settings)).get("cpp"))
                .hasFieldOrPropertyWithValue("timeMillis", 1_200_000L);
    }

    @Test
    void takesOnlyTheLanguagesThatTheProblemNames() {
        ProblemContent problem = problem(TimeLimitSource.PACKAGE, with(List.of("java", "cpp", "haskell"), Map.of()));

        assertThat(limits.of(problem).keySet()).containsExactly("cpp", "java");
    }

    private long time(String language, ProblemContent problem) {
        return limits.of(problem).getOrDefault(language, Limits.DEFAULT).timeMillis();
    }

    private static ProblemSettings with(List<String> languages, Map<String, Factors> factors) {
        return new ProblemSettings(languages, factors, FeedbackPolicy.VERDICT);
    }

    private static ProblemContent problem(TimeLimitSource source, ProblemSettings settings) {
        return problem(Limits.DEFAULT, source, settings);
    }

    private static ProblemContent problem(Limits limits, TimeLimitSource source, ProblemSettings settings) {
        return new ProblemContent(
                null,
                new Origin(null, null, null, null, null, null),
                "Sum",
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                limits,
                source,
                new TestSetRef(new BlobRef("0".repeat(64), 0), 1),
                new Scoring.PassFail(),
                List.of(),
                List.of(),
                null,
                settings,
                null,
                null,
                null);
    }
}
