package dev.haetae.api.submission;

import dev.haetae.api.problem.FeedbackPolicy;
import dev.haetae.api.problem.JudgedVersion;
import dev.haetae.common.TestSet;
import java.util.Collection;

/**
 * What a reader learns of a submission's tests and groups, by the problem's policy. Staff see all, samples are everybody's, and a test that
 * gives full feedback is seen by those who fail it.
 *
 * @param firstRejected index of the first test that was not accepted, or more than any
 */
record Disclosure(Viewer viewer, FeedbackPolicy policy, TestSet tests, int firstRejected) {

    static Disclosure of(Viewer viewer, JudgedVersion version, Collection<ToldTest> tests) {
        int firstRejected = tests.stream()
                .filter(ToldTest::isRejected)
                .mapToInt(ToldTest::index)
                .min()
                .orElse(Integer.MAX_VALUE);
        return new Disclosure(viewer, version.feedbackPolicy(), version.tests(), firstRejected);
    }

    /** Whether a test is told of at all. */
    boolean shows(ToldTest test) {
        if (showsFiles(test)) {
            return true;
        }
        return switch (policy) {
            case NONE, VERDICT, GROUPS -> false;
            case FIRST_FAILURE -> test.index() <= firstRejected;
            case TESTS -> true;
        };
    }

    /** Whether all of a test is shown: what it read, wrote and should have written. */
    boolean showsFiles(ToldTest test) {
        boolean isSample = test.group().equals("sample") || test.group().startsWith("sample/");
        return viewer.seesHiddenTests()
                || isSample
                || (test.isRejected() && tests.tests().get(test.index() - 1).givesFullFeedback());
    }

    boolean showsGroups() {
        return viewer.seesHiddenTests()
                || switch (policy) {
                    case NONE, VERDICT -> false;
                    case FIRST_FAILURE, GROUPS, TESTS -> true;
                };
    }
}
