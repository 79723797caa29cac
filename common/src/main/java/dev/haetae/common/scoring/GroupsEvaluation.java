package dev.haetae.common.scoring;

import dev.haetae.common.GroupResult;
import dev.haetae.common.ScoreGroup;
import dev.haetae.common.ScoreGroup.Aggregation;
import dev.haetae.common.Scoring;
import dev.haetae.common.Skip;
import dev.haetae.common.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The scoring of the format 2025-09: {@code secret} has either tests or groups, and groups have tests. Samples are run and give nothing.
 * A group whose score is settled by a rejection stops there; one that requires another which was not passed is not run and gives 0.
 */
final class GroupsEvaluation {

    private static final String SAMPLE = "sample";

    private final Scoring.Groups scoring;
    private final Course course;
    private final Set<String> passed = new HashSet<>();
    private final List<GroupResult> results = new ArrayList<>();

    GroupsEvaluation(Scoring.Groups scoring, Course course) {
        this.scoring = scoring;
        this.course = course;
    }

    /** What a group, or secret, has come to: nothing when it was not run. */
    private record Part(@Nullable Verdict verdict, Fraction score) {

        boolean isAccepted() {
            return verdict == Verdict.ACCEPTED;
        }
    }

    Tally tally() {
        samples();
        Part secret = scoring.groups().isEmpty() ? tests(scoring.secret()) : groups();
        Verdict verdict = secret.isAccepted() ? Verdict.ACCEPTED : course.firstRejection();
        return new Tally(verdict, secret.score().rounded(), results, null);
    }

    private void samples() {
        List<Integer> places = course.placesIn(SAMPLE);
        Verdict verdict = Verdict.ACCEPTED;
        for (int place : places) {
            Mark mark = course.run(place, Worth.NONE);
            verdict = verdict == Verdict.ACCEPTED ? mark.verdict() : verdict;
        }
        if (verdict == Verdict.ACCEPTED) {
            passed.add(SAMPLE);
        }
        if (!places.isEmpty()) {
            results.add(new GroupResult(SAMPLE, null, verdict, null, null, places.size(), places.size(), null));
        }
    }

    private Part groups() {
        ScoreGroup secret = scoring.secret();
        boolean open = isOpen(secret);
        List<Part> parts = new ArrayList<>();
        int place = results.size();
        for (ScoreGroup group : scoring.groups()) {
            parts.add(open ? tests(group) : closed(group));
        }
        Verdict verdict = verdict(parts);
        Part part = new Part(verdict, score(secret, parts, verdict == Verdict.ACCEPTED));
        results.add(place, result(secret, part, open ? null : Skip.REQUIRE_PASS));
        return part;
    }

    /** Nothing is known of a whole of which a part was not run, unless another part was rejected. */
    private static @Nullable Verdict verdict(List<Part> parts) {
        Verdict verdict = Verdict.ACCEPTED;
        for (Part part : parts) {
            if (part.verdict() != null && !part.isAccepted()) {
                return part.verdict();
            }
            verdict = part.isAccepted() ? verdict : null;
        }
        return verdict;
    }

    private boolean isOpen(ScoreGroup group) {
        return passed.containsAll(group.requirePass());
    }

    private Part tests(ScoreGroup group) {
        if (!isOpen(group)) {
            return closed(group);
        }
        List<Part> parts = new ArrayList<>();
        Verdict verdict = Verdict.ACCEPTED;
        Worths worths = new Worths(group, testsWithoutPoints(group));
        for (int place : course.placesIn(group.name())) {
            if (verdict != Verdict.ACCEPTED && group.aggregation() != Aggregation.SUM) {
                course.leaveOut(place, Skip.BREAK, scoring.onAllTests());
                continue;
            }
            Mark mark = course.run(place, worths.of(course.test(place)));
            Fraction score = mark.points().score();
            parts.add(new Part(mark.verdict(), score == null ? Fraction.ZERO : score));
            verdict = verdict == Verdict.ACCEPTED ? mark.verdict() : verdict;
        }
        if (verdict == Verdict.ACCEPTED) {
            passed.add(group.name());
        }
        Part part = new Part(verdict, score(group, parts, verdict == Verdict.ACCEPTED));
        results.add(result(group, part, null));
        return part;
    }

    private int testsWithoutPoints(ScoreGroup group) {
        return (int) course.placesIn(group.name()).stream()
                .filter(place -> !group.points().containsKey(course.test(place)))
                .count();
    }

    /** Of a group that is not run. */
    private Part closed(ScoreGroup group) {
        for (int place : course.placesIn(group.name())) {
            course.leaveOut(place, Skip.REQUIRE_PASS, scoring.onAllTests());
        }
        Part part = new Part(null, Fraction.ZERO);
        results.add(result(group, part, Skip.REQUIRE_PASS));
        return part;
    }

    private static Fraction score(ScoreGroup group, List<Part> parts, boolean accepted) {
        Fraction score = switch (group.aggregation()) {
            case PASS_FAIL -> accepted && group.maxScore() != null ? Fraction.of(group.maxScore()) : Fraction.ZERO;
            case SUM -> parts.stream().map(Part::score).reduce(Fraction.ZERO, Fraction::plus);
            case MIN -> parts.stream().map(Part::score).min(Fraction::compareTo).orElse(Fraction.ZERO);
        };
        if (group.maxScore() != null && score.compareTo(Fraction.of(group.maxScore())) > 0) {
            throw new ScoringFaultException("The score of %s is %s, and its max_score is %s"
                    .formatted(group.name(), score.rounded(), group.maxScore().toPlainString()));
        }
        return score;
    }

    private GroupResult result(ScoreGroup group, Part part, @Nullable Skip skipped) {
        return new GroupResult(
                group.name(),
                GroupResult.parentOf(group.name()),
                part.verdict(),
                part.score().rounded(),
                group.maxScore(),
                course.doneIn(group.name()),
                course.placesIn(group.name()).size(),
                skipped);
    }
}
