package dev.haetae.api.submission;

import dev.haetae.api.problem.FeedbackPolicy;
import java.util.Collection;

/**
 * What a reader learns of a submission's tests and groups, by the problem's policy. Staff see all, and samples are everybody's.
 *
 * @param firstRejected index of the first test that was not accepted, or more than any
 */
record Disclosure(Viewer viewer, FeedbackPolicy policy, int firstRejected) {

    static Disclosure of(Viewer viewer, FeedbackPolicy policy, Collection<ToldTest> tests) {
        int firstRejected = tests.stream()
                .filter(ToldTest::isRejected)
                .mapToInt(ToldTest::index)
                .min()
                .orElse(Integer.MAX_VALUE);
        return new Disclosure(viewer, policy, firstRejected);
    }

    boolean shows(ToldTest test) {
        if (viewer.seesHiddenTests()
                || test.group().equals("sample")
                || test.group().startsWith("sample/")) {
            return true;
        }
        return switch (policy) {
            case NONE, VERDICT, GROUPS -> false;
            case FIRST_FAILURE -> test.index() <= firstRejected;
            case TESTS -> true;
        };
    }

    boolean showsGroups() {
        return viewer.seesHiddenTests()
                || switch (policy) {
                    case NONE, VERDICT -> false;
                    case FIRST_FAILURE, GROUPS, TESTS -> true;
                };
    }
}
