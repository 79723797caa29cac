package dev.haetae.common.scoring;

import dev.haetae.common.GraderGroup;
import dev.haetae.common.GroupResult;
import dev.haetae.common.Scoring;
import dev.haetae.common.Scoring.Objective;
import dev.haetae.common.Skip;
import dev.haetae.common.Verdict;
import dev.haetae.common.scoring.Grading.Part;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The graders of the legacy format. {@code data} is a tree of folders: a folder's tests and sub-folders are judged in order until one is
 * rejected, where the folder breaks there; then its grader makes one result of theirs.
 */
final class GradersEvaluation {

    private static final String ROOT = "";

    private final Scoring.Graders scoring;
    private final Course course;
    private final Grading grading;
    private final Map<String, Grade> grades = new HashMap<>();
    private boolean scoredTestMissed;

    GradersEvaluation(Scoring.Graders scoring, Course course, CustomGrader custom) {
        this.scoring = scoring;
        this.course = course;
        this.grading = new Grading(custom);
    }

    Tally tally() {
        Grade all = folder(ROOT, 0, course.size());
        List<GroupResult> groups = course.groups().stream().map(this::result).toList();
        if (!scoring.hasScore()) {
            return new Tally(all.verdict(), null, groups, all.verdict());
        }
        Verdict verdict = scoredTestMissed ? course.firstRejection() : Verdict.ACCEPTED;
        return new Tally(verdict, score(all), groups, all.verdict());
    }

    /** The format ignores the score of what its graders reject; where a small one is good, 0 would not say so. */
    private @Nullable BigDecimal score(Grade all) {
        if (all.isAccepted()) {
            return all.score().rounded();
        }
        return scoring.objective() == Objective.MIN ? null : BigDecimal.ZERO;
    }

    /** Judges and grades the tests below a folder, which are those from one place to before another. */
    private Grade folder(String name, int from, int to) {
        GraderGroup settings = scoring.of(name);
        List<Part> parts = new ArrayList<>();
        boolean ended = false;
        int end;
        for (int place = from; place < to; place = end) {
            String child = child(name, course.test(place));
            end = end(child, place, to);
            if (ended) {
                leaveOut(place, end);
                continue;
            }
            boolean isTest = course.test(place).equals(child);
            Grade grade = isTest ? test(place, settings) : folder(child, place, end);
            parts.add(new Part(child, grade));
            ended = settings.breaks() && !grade.isAccepted();
        }
        Grade grade = grading.grade(settings, parts);
        requireInRange(settings, name, grade);
        grades.put(name, grade);
        return grade;
    }

    /** The path of what lies directly in a folder, and is the test or leads to it. */
    private static String child(String folder, String test) {
        int start = folder.isEmpty() ? 0 : folder.length() + 1;
        int slash = test.indexOf('/', start);
        return slash < 0 ? test : test.substring(0, slash);
    }

    private int end(String child, int place, int to) {
        if (course.test(place).equals(child)) {
            return place + 1;
        }
        int end = place;
        while (end < to && course.test(end).startsWith(child + "/")) {
            end++;
        }
        return end;
    }

    private void leaveOut(int from, int to) {
        for (int place = from; place < to; place++) {
            course.leaveOut(place, Skip.BREAK, scoring.onAllTests());
            scoredTestMissed |= isScored(place);
        }
    }

    private Grade test(int place, GraderGroup settings) {
        String test = course.test(place);
        boolean scored = scoring.hasScore() && isScored(place);
        Mark mark = course.run(place, scored ? worth(test, settings) : Worth.NONE);
        scoredTestMissed |= !mark.isAccepted() && isScored(place);
        Fraction score = mark.points().score();
        return new Grade(mark.verdict(), score == null ? Fraction.ZERO : score);
    }

    private boolean isScored(int place) {
        return !scoring.ignores(course.test(place));
    }

    private static Worth worth(String test, GraderGroup settings) {
        Fraction most = Fraction.of(settings.acceptScore());
        return (verdict, claim) -> {
            if (verdict != Verdict.ACCEPTED) {
                return new Points(Fraction.of(settings.rejectScore()), most);
            }
            return switch (claim) {
                case Claim.Score(var score) -> new Points(Fraction.of(score), null);
                case Claim.Both(var score) -> new Points(Fraction.of(score), null);
                case Claim.Nothing(), Claim.Multiplier(var _) -> new Points(most, most);
                case Claim.Unreadable(var file) when file.equals(Claim.MULTIPLIER_FILE) -> new Points(most, most);
                case Claim.Unreadable(var file) ->
                    throw new ScoringFaultException(
                            "On " + test + " the validator gives it a " + file + " that is not one number");
            };
        };
    }

    private void requireInRange(GraderGroup settings, String name, Grade grade) {
        BigDecimal least = settings.leastScore();
        BigDecimal most = settings.mostScore();
        boolean tooSmall = least != null && grade.score().compareTo(Fraction.of(least)) < 0;
        boolean tooGreat = most != null && grade.score().compareTo(Fraction.of(most)) > 0;
        if (scoring.hasScore() && grade.isAccepted() && (tooSmall || tooGreat)) {
            throw new ScoringFaultException("The score of %s is %s, and its range is %s to %s"
                    .formatted(
                            name.isEmpty() ? "data" : name,
                            grade.score().rounded(),
                            least == null ? "-inf" : least.toPlainString(),
                            most == null ? "inf" : most.toPlainString()));
        }
    }

    private GroupResult result(String name) {
        Grade grade = grades.get(name);
        return new GroupResult(
                name,
                GroupResult.parentOf(name),
                grade == null ? null : grade.verdict(),
                grade == null || !scoring.hasScore() || scoring.ignores(name)
                        ? null
                        : grade.score().rounded(),
                scoring.maxScore(name),
                course.doneIn(name),
                course.placesIn(name).size(),
                grade == null ? Skip.BREAK : null);
    }
}
