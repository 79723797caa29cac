package dev.haetae.api.submission;

import dev.haetae.api.problem.FeedbackPolicy;
import dev.haetae.api.problem.JudgedVersion;
import dev.haetae.common.TestSet;
import dev.haetae.common.Verdict;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What a reader learns of a submission's end, its tests and its groups, by the problem's policy. Staff see all, samples are everybody's, and a
 * test that gives full feedback is seen by those who fail it, unless they do not even learn the verdict.
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
        return viewer.seesHiddenTests()
                || isSample(test.group())
                || (policy != FeedbackPolicy.NONE
                        && test.isRejected()
                        && tests.tests().get(test.index() - 1).givesFullFeedback());
    }

    boolean showsGroups() {
        return viewer.seesHiddenTests()
                || switch (policy) {
                    case NONE, VERDICT -> false;
                    case FIRST_FAILURE, GROUPS, TESTS -> true;
                };
    }

    /** Whether the reader learns how it ended and what it took, which is no secret where no test had a part in it. */
    boolean showsEnd(@Nullable Verdict verdict) {
        return viewer.seesHiddenTests()
                || policy != FeedbackPolicy.NONE
                || verdict == Verdict.COMPILE_ERROR
                || verdict == Verdict.CANCELLED;
    }

    /** Whether a test is counted among those that are done: how many are would tell which was the first that was not accepted. */
    boolean counts(ToldTest test) {
        return countsAll() || isSample(test.group());
    }

    /** How many tests there are to be counted, of all these. */
    int testsTotal(int all) {
        return countsAll() ? all : samples();
    }

    /** How many tests are counted when the first of the set are done. */
    int testsDone(int first) {
        return countsAll() ? first : Math.min(first, samples());
    }

    private boolean countsAll() {
        return viewer.seesHiddenTests()
                || switch (policy) {
                    case NONE, VERDICT -> false;
                    case FIRST_FAILURE, GROUPS, TESTS -> true;
                };
    }

    private int samples() {
        return (int)
                tests.tests().stream().filter(test -> isSample(test.group())).count();
    }

    private static boolean isSample(String group) {
        return group.equals("sample") || group.startsWith("sample/");
    }
}
