package dev.haetae.api.problem;

import dev.haetae.api.problem.ProblemStore.Row;
import dev.haetae.api.problem.ProblemView.GroupView;
import dev.haetae.api.problem.ProblemView.LimitsView;
import dev.haetae.api.problem.ProblemView.ProblemType;
import dev.haetae.api.problem.ProblemView.StatementView;
import dev.haetae.api.web.Redis;
import dev.haetae.api.web.Sha256;
import dev.haetae.common.CheckerSpec;
import dev.haetae.common.GroupResult;
import dev.haetae.common.Scoring;
import dev.haetae.common.TestCase;
import dev.haetae.common.TestSet;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes what students read of a problem. It is kept in Redis under a name for everything that it is made of, so what is found
 * there is never stale.
 */
@Component
class ProblemViews {

    private static final Duration KEEP = Duration.ofHours(1);

    /** To be raised with every change to how a view is made of a version. */
    private static final int RENDERING = 9;

    private final Problems problems;
    private final StatementViews statements;
    private final Attachments attachments;
    private final LanguageLimits languageLimits;
    private final Redis redis;
    private final JsonMapper json;
    private final String settings;

    ProblemViews(
            Problems problems,
            StatementViews statements,
            Attachments attachments,
            LanguageLimits languageLimits,
            OfferedLanguages languages,
            Redis redis,
            JsonMapper json) {
        this.problems = problems;
        this.statements = statements;
        this.attachments = attachments;
        this.languageLimits = languageLimits;
        this.redis = redis;
        this.json = json;
        this.settings = Sha256.hex(RENDERING + " " + languages.list()).substring(0, 16);
    }

    /** A name for exactly this view, good as an entity tag. */
    String tag(Row row) {
        CurrentContent current = problems.current(row.id(), row.version());
        String derived = current.content().limitBasis() == null
                ? ""
                : "-" + current.state() + "-" + current.content().limits().timeMillis();
        return row.id() + "-" + row.version() + "-" + settings + derived;
    }

    /** The JSON of a problem's current version. */
    String json(Row row) {
        if (!row.isPublic()) {
            return json.writeValueAsString(view(row));
        }
        return redis.kept("problem", tag(row), KEEP, () -> json.writeValueAsString(view(row)));
    }

    private ProblemView view(Row row) {
        CurrentContent current = problems.current(row.id(), row.version());
        ProblemContent content = current.content();
        List<StatementView> texts = statements.of(row, content);
        TestSet testSet = problems.testSet(row.id(), row.version());
        List<TestCase> tests = testSet.tests();
        int passes = testSet.mostPasses();
        Map<String, LimitsView> limits = LimitsView.of(languageLimits.of(content), passes);
        Scoring scoring = content.scoring();
        return new ProblemView(
                row.slug(),
                row.title(),
                row.difficulty(),
                row.tags(),
                texts.isEmpty() ? "" : texts.getFirst().html(),
                texts,
                content.samples(),
                LimitsView.of(content.limits(), passes),
                limits,
                testSet.takesAnswers() ? List.of() : List.copyOf(limits.keySet()),
                scoring.hasScore() ? ProblemType.SCORING : ProblemType.PASS_FAIL,
                tests.stream().anyMatch(test -> test.checker() instanceof CheckerSpec.Interactor),
                passes > 1,
                testSet.takesAnswers(),
                testSet.takesAnswers() ? tests.stream().map(TestCase::name).toList() : List.of(),
                tests.isEmpty() ? null : tests.getLast().howToRun().inputFile(),
                tests.isEmpty() ? null : tests.getLast().howToRun().outputFile(),
                groups(tests, scoring),
                scoring.maxScore(),
                attachments.names(content),
                List.of(),
                content.settings().feedbackPolicy(),
                current.state(),
                row.version());
    }

    private static List<GroupView> groups(List<TestCase> tests, Scoring scoring) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        for (TestCase test : tests) {
            List<String> groups = scoring.hasScore() ? GroupResult.around(test.group() + "/") : List.of(test.group());
            groups.forEach(group -> sizes.merge(group, 1, Integer::sum));
        }
        return sizes.entrySet().stream()
                .map(group -> new GroupView(group.getKey(), scoring.maxScore(group.getKey()), group.getValue()))
                .toList();
    }
}
