package dev.haetae.api.problem;

import dev.haetae.api.web.RefusedException;
import dev.haetae.common.ScoreGroup;
import dev.haetae.common.Scoring;
import dev.haetae.common.TestCase;
import java.util.List;

/** What tests that are changed by hand have to keep of a scoring problem's groups, whose scores came with the package. */
final class ScoredGroups {

    private static final String SECRET = "secret/";

    private ScoredGroups() {}

    /**
     * Passes tests that make the groups' scores, as those before did.
     *
     * @throws RefusedException when one would give no score, or a group would give its score for nothing
     */
    static void require(Scoring scoring, List<TestCase> tests) {
        switch (scoring) {
            // A legacy folder without settings of its own has those of the folder around it.
            case Scoring.PassFail(), Scoring.PassFailOnAll(), Scoring.Graders _ -> {}
            case Scoring.Groups(var _, var groups, var _) -> require(groups, tests);
        }
    }

    private static void require(List<ScoreGroup> groups, List<TestCase> tests) {
        for (TestCase test : tests) {
            boolean isSecret = test.name().startsWith(SECRET);
            if (isSecret && !groups.isEmpty() && groups.stream().noneMatch(group -> has(group, test))) {
                throw RefusedException.invalid(
                        "tests",
                        test.name() + " must be in one of the problem's groups, which its package gave scores");
            }
        }
        for (ScoreGroup group : groups) {
            if (tests.stream().noneMatch(test -> has(group, test))) {
                throw RefusedException.invalid("tests", group.name() + " must keep a test, as it gives a score");
            }
        }
    }

    private static boolean has(ScoreGroup group, TestCase test) {
        return test.name().startsWith(group.name() + "/");
    }
}
