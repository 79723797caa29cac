package dev.haetae.api.problem;

import dev.haetae.api.problem.ProblemSettings.Factors;
import dev.haetae.common.Scoring;
import dev.haetae.common.TestCase;
import dev.haetae.common.TestSet;
import dev.haetae.common.packages.PackageFormat;
import dev.haetae.common.packages.PackageSettings;
import dev.haetae.common.packages.ProblemPackage;
import dev.haetae.common.packages.TimeLimitSource;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What people set of a problem, as a package carries it from one system to another. */
final class OwnSettings {

    private OwnSettings() {}

    /**
     * Of a problem, without the embargo where {@code problem.yaml} can say it.
     *
     * @param stated by the package that it is exported with, which scores it then; null when a new one is written
     */
    static PackageSettings of(
            Problem problem, ProblemContent content, TestSet tests, @Nullable PackageSettings stated) {
        Map<String, PackageSettings.Factors> factors = new HashMap<>();
        content.settings()
                .languageFactors()
                .forEach((language, both) ->
                        factors.put(language, new PackageSettings.Factors(both.time(), both.memory())));
        boolean isIn2025 =
                content.format() != PackageFormat.ICPC_LEGACY && content.format() != PackageFormat.ICPC_2023_07_DRAFT;
        return new PackageSettings(
                problem.visibility().name(),
                problem.difficulty(),
                content.settings().feedbackPolicy().name(),
                factors,
                content.timeLimitSource() == TimeLimitSource.OPERATOR,
                isIn2025 ? null : problem.embargoUntil(),
                tests.tests().getLast().howToRun().named(),
                points(content.scoring(), tests),
                stated == null ? ScoringText.unsaid(content.scoring()) : stated.groups(),
                stated == null ? hasFinalVerdicts(content) : stated.hasFinalVerdicts());
    }

    private static boolean hasFinalVerdicts(ProblemContent content) {
        return content.jurySubmissions().stream().anyMatch(jury -> jury.expectation() == null);
    }

    /** What single tests give, where the tests of a group do not share its score alike. */
    private static Map<String, BigDecimal> points(Scoring scoring, TestSet tests) {
        if (!(scoring instanceof Scoring.Groups groups)) {
            return Map.of();
        }
        Map<String, BigDecimal> points = new HashMap<>();
        Stream.concat(Stream.of(groups.secret()), groups.groups().stream()).forEach(group -> {
            Set<String> names = tests.tests().stream()
                    .filter(test -> test.group().equals(group.name()) && !test.looksAtFiles())
                    .map(TestCase::name)
                    .collect(Collectors.toSet());
            Map<String, BigDecimal> own = new HashMap<>(group.points());
            own.keySet().retainAll(names);
            if (own.size() < names.size() || new HashSet<>(own.values()).size() > 1) {
                points.putAll(own);
            }
        });
        return points;
    }

    /** The same without what would be so by itself. */
    static PackageSettings shortened(PackageSettings settings) {
        return new PackageSettings(
                Visibility.PUBLIC.name().equals(settings.visibility()) ? null : settings.visibility(),
                settings.difficulty(),
                FeedbackPolicy.FIRST_FAILURE.name().equals(settings.feedbackPolicy())
                        ? null
                        : settings.feedbackPolicy(),
                settings.languageFactors(),
                settings.timeLimitByHand(),
                settings.embargoUntil(),
                settings.named(),
                settings.points(),
                settings.groups(),
                settings.finalVerdicts());
    }

    /** What a package says, and what was set before of what it does not say. */
    static ProblemSettings in(ProblemPackage imported, ProblemSettings before, Collection<String> offered) {
        PackageSettings own = imported.settings();
        Map<String, Factors> factors = new HashMap<>();
        own.languageFactors().forEach((language, both) -> {
            if (offered.contains(language)) {
                factors.put(language, new Factors(both.time(), both.memory()));
            }
        });
        return new ProblemSettings(
                imported.languages().isEmpty() ? before.languages() : imported.languages(),
                own.languageFactors().isEmpty() ? before.languageFactors() : factors,
                own.feedbackPolicy() == null ? before.feedbackPolicy() : FeedbackPolicy.valueOf(own.feedbackPolicy()));
    }
}
