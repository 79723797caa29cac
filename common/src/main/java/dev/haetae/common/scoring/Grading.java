package dev.haetae.common.scoring;

import dev.haetae.common.GraderGroup;
import dev.haetae.common.GraderGroup.Grader;
import dev.haetae.common.GraderGroup.ScoreMode;
import dev.haetae.common.Verdict;
import java.util.Comparator;
import java.util.List;

/** Makes one result of those in a legacy group, by the format's default grader or by the package's own. */
record Grading(CustomGrader custom) {

    private static final String SAMPLE = "sample";

    /** From the worst on; the format's text gives the order. */
    private static final List<Verdict> WORST = List.of(
            Verdict.JUDGE_ERROR,
            Verdict.RUNTIME_ERROR,
            Verdict.MEMORY_LIMIT_EXCEEDED,
            Verdict.TIME_LIMIT_EXCEEDED,
            Verdict.OUTPUT_LIMIT_EXCEEDED,
            Verdict.WRONG_ANSWER,
            Verdict.ACCEPTED);

    /** The result of a test or a folder, of that name. */
    record Part(String name, Grade grade) {}

    Grade grade(GraderGroup group, List<Part> parts) {
        List<Grade> grades = parts.stream().map(Part::grade).toList();
        return switch (group.grader()) {
            case Grader.Custom(var _) when grades.isEmpty() -> new Grade(Verdict.ACCEPTED, Fraction.ZERO);
            case Grader.Custom(var flags) -> custom.grade(flags, grades);
            case Grader.Default flags when flags.ignoreSample() -> withoutSample(flags, parts);
            case Grader.Default flags -> byDefault(flags, grades);
        };
    }

    /** Where the sample's rejection has ended the judging, nothing is left to grade, and nothing was gained. */
    private static Grade withoutSample(Grader.Default flags, List<Part> parts) {
        List<Grade> others = parts.stream()
                .filter(part -> !part.name().equals(SAMPLE))
                .map(Part::grade)
                .toList();
        if (others.isEmpty() && !parts.isEmpty()) {
            return new Grade(parts.getFirst().grade().verdict(), Fraction.ZERO);
        }
        return byDefault(flags, others);
    }

    private static Grade byDefault(Grader.Default flags, List<Grade> grades) {
        if (grades.isEmpty()) {
            return new Grade(Verdict.ACCEPTED, Fraction.ZERO);
        }
        return new Grade(verdict(flags, grades), score(flags.scores(), grades));
    }

    private static Verdict verdict(Grader.Default flags, List<Grade> grades) {
        if (flags.acceptIfAnyAccepted() && grades.stream().anyMatch(Grade::isAccepted)) {
            return Verdict.ACCEPTED;
        }
        return switch (flags.verdicts()) {
            case WORST_ERROR ->
                grades.stream()
                        .map(Grade::verdict)
                        .min(Comparator.comparingInt(WORST::indexOf))
                        .orElseThrow();
            case FIRST_ERROR ->
                grades.stream()
                        .map(Grade::verdict)
                        .filter(verdict -> verdict != Verdict.ACCEPTED)
                        .findFirst()
                        .orElse(Verdict.ACCEPTED);
            case ALWAYS_ACCEPT -> Verdict.ACCEPTED;
        };
    }

    private static Fraction score(ScoreMode mode, List<Grade> grades) {
        List<Fraction> scores = grades.stream().map(Grade::score).toList();
        return switch (mode) {
            case SUM -> sum(scores);
            case AVG -> sum(scores).part(scores.size());
            case MIN -> scores.stream().min(Comparator.naturalOrder()).orElseThrow();
            case MAX -> scores.stream().max(Comparator.naturalOrder()).orElseThrow();
        };
    }

    private static Fraction sum(List<Fraction> scores) {
        return scores.stream().reduce(Fraction.ZERO, Fraction::plus);
    }
}
