package dev.haetae.api.submission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.api.problem.FeedbackPolicy;
import dev.haetae.api.problem.JudgedVersion;
import dev.haetae.common.BlobRef;
import dev.haetae.common.CheckerSpec;
import dev.haetae.common.Head;
import dev.haetae.common.Scoring;
import dev.haetae.common.Skip;
import dev.haetae.common.SkippedTest;
import dev.haetae.common.TestCase;
import dev.haetae.common.TestResult;
import dev.haetae.common.TestSet;
import dev.haetae.common.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sample, an accepted test, a rejected one, one that was left out, and one behind them that is rejected, too. */
class DisclosureTests {

    private static final List<ToldTest> TESTS = List.of(
            finished(1, "sample", Verdict.ACCEPTED),
            finished(2, "secret", Verdict.ACCEPTED),
            finished(3, "secret", Verdict.WRONG_ANSWER),
            new ToldTest.LeftOut(new SkippedTest(4, "secret/4", "secret", Skip.BREAK)),
            finished(5, "secret", Verdict.WRONG_ANSWER));

    @ParameterizedTest
    @CsvSource({
        "OWNER, NONE, 1",
        "OWNER, VERDICT, 1",
        "OWNER, GROUPS, 1",
        "OWNER, FIRST_FAILURE, 123",
        "OWNER, TESTS, 12345",
        "STAFF, VERDICT, 12345"
    })
    void showsTheTestsThatThePolicyGrants(Viewer viewer, FeedbackPolicy policy, String shown) {
        assertThat(shown(viewer, policy, false)).isEqualTo(shown);
    }

    @Test
    void showsWhoeverFailsATestWithFullFeedbackItsFiles() {
        assertThat(shown(Viewer.OWNER, FeedbackPolicy.GROUPS, true)).isEqualTo("135");
        assertThat(disclosure(Viewer.OWNER, FeedbackPolicy.TESTS, true).showsFiles(TESTS.get(1)))
                .isFalse();
        assertThat(disclosure(Viewer.OWNER, FeedbackPolicy.TESTS, true).showsFiles(TESTS.get(2)))
                .isTrue();
    }

    @Test
    void showsNoFilesToWhoLearnsNoVerdict() {
        assertThat(shown(Viewer.OWNER, FeedbackPolicy.NONE, true)).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({"OWNER, NONE, 1", "OWNER, VERDICT, 1", "OWNER, FIRST_FAILURE, 5", "OWNER, TESTS, 5", "STAFF, NONE, 5"})
    void countsOnlySamplesWhereTheCountWouldTellTheFirstFailure(Viewer viewer, FeedbackPolicy policy, int counted) {
        Disclosure disclosure = disclosure(viewer, policy, false);

        assertThat(disclosure.testsTotal(5)).isEqualTo(counted);
        assertThat(disclosure.testsDone(5)).isEqualTo(counted);
        assertThat(TESTS.stream().filter(disclosure::counts)).hasSize(counted);
    }

    @ParameterizedTest
    @CsvSource({
        "OWNER, NONE, ACCEPTED, false",
        "OWNER, NONE, WRONG_ANSWER, false",
        "OWNER, NONE, JUDGE_ERROR, false",
        "OWNER, NONE, COMPILE_ERROR, true",
        "OWNER, NONE, CANCELLED, true",
        "OWNER, VERDICT, ACCEPTED, true",
        "STAFF, NONE, ACCEPTED, true"
    })
    void tellsTheEndUnlessThePolicyIsNone(Viewer viewer, FeedbackPolicy policy, Verdict verdict, boolean told) {
        assertThat(disclosure(viewer, policy, false).showsEnd(verdict)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"NONE, false", "VERDICT, false", "FIRST_FAILURE, true", "GROUPS, true", "TESTS, true"})
    void showsGroupsFromTheFirstFailureOn(FeedbackPolicy policy, boolean shown) {
        assertThat(disclosure(Viewer.OWNER, policy, false).showsGroups()).isEqualTo(shown);
    }

    private static String shown(Viewer viewer, FeedbackPolicy policy, boolean fullFeedback) {
        Disclosure disclosure = disclosure(viewer, policy, fullFeedback);
        StringBuilder shown = new StringBuilder();
        TESTS.stream().filter(disclosure::shows).forEach(test -> shown.append(test.index()));
        return shown.toString();
    }

    private static Disclosure disclosure(Viewer viewer, FeedbackPolicy policy, boolean fullFeedback) {
        BlobRef blob = new BlobRef("0".repeat(64), 0);
        List<TestCase> tests = TESTS.stream()
                .map(test -> new TestCase(
                        test.group() + "/" + test.index(),
                        test.group(),
                        blob,
                        blob,
                        CheckerSpec.DefaultValidator.WITHOUT_FLAGS,
                        null,
                        fullFeedback,
                        null))
                .toList();
        return Disclosure.of(viewer, new JudgedVersion(new TestSet(tests), new Scoring.PassFail(), policy), TESTS);
    }

    private static ToldTest finished(int index, String group, Verdict verdict) {
        return new ToldTest.Finished(new TestResult(
                index,
                group + "/" + index,
                group,
                verdict,
                null,
                0,
                null,
                1,
                1,
                1,
                null,
                null,
                Head.EMPTY,
                Head.EMPTY));
    }
}
