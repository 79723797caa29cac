package dev.haetae.common.scoring;

import dev.haetae.common.Scoring;
import dev.haetae.common.Verdict;
import java.util.List;

/** Has a submission's tests run, as many of them as its problem's scoring asks for, and adds up what they give. */
public final class Evaluation {

    private Evaluation() {}

    /**
     * Evaluates.
     *
     * @param tests their names, in judging order
     * @param grader is asked where the scoring names a grader of the package's own
     * @throws ScoringFaultException when the problem's scores break the rules
     */
    public static Tally of(Scoring scoring, List<String> tests, TestRuns runs, CustomGrader grader) {
        Course course = new Course(tests, runs);
        return switch (scoring) {
            case Scoring.PassFail() -> Tally.of(untilRejected(course));
            case Scoring.PassFailOnAll() -> Tally.of(onAll(course));
            case Scoring.Groups groups -> new GroupsEvaluation(groups, course).tally();
            case Scoring.Graders graders -> new GradersEvaluation(graders, course, grader).tally();
        };
    }

    /** What comes after the first rejection was never asked for, so that nobody is told that it was left out. */
    private static Verdict untilRejected(Course course) {
        for (int place = 0; place < course.size(); place++) {
            Mark mark = course.run(place, Worth.NONE);
            if (!mark.isAccepted()) {
                return mark.verdict();
            }
        }
        return Verdict.ACCEPTED;
    }

    private static Verdict onAll(Course course) {
        for (int place = 0; place < course.size(); place++) {
            course.run(place, Worth.NONE);
        }
        return course.firstRejection();
    }
}
