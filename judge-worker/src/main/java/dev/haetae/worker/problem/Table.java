package dev.haetae.worker.problem;

import dev.haetae.common.GroupResult;
import dev.haetae.common.InputFault;
import dev.haetae.common.JudgeResult;
import dev.haetae.common.Verdict;
import dev.haetae.common.packages.Finding;
import dev.haetae.common.packages.ProblemPackage;
import dev.haetae.common.verification.Assessment;
import dev.haetae.common.verification.DerivedLimit;
import dev.haetae.common.verification.Expectation;
import dev.haetae.common.verification.Outcome;
import dev.haetae.common.verification.TimeLimitAdvice;
import dev.haetae.common.verification.TimeMargins;
import dev.haetae.worker.problem.PackageVerification.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a problem setter reads. Names and messages come from the package: whatever could move a terminal is shown as {@code ?}.
 *
 * @param coloured whether it is read on a terminal
 */
record Table(boolean coloured) {

    private static final String GREEN = "\033[32m";
    private static final String RED = "\033[31m";
    private static final String YELLOW = "\033[33m";
    private static final String PLAIN = "\033[0m";

    /** The package in a line or more. */
    List<String> head(ProblemPackage problem) {
        List<String> lines = new ArrayList<>();
        for (Finding warning : problem.warnings()) {
            lines.add(colour(YELLOW, "warning: ") + printable(warning.toString()));
        }
        lines.add("%s: %d tests"
                .formatted(printable(problem.title()), problem.tests().size()));
        return lines;
    }

    /** The time limit, or why there is none. */
    List<String> limit(DerivedLimit limit) {
        List<String> lines = new ArrayList<>();
        switch (limit) {
            case DerivedLimit.Known(long millis, List<String> notes) -> {
                lines.add("time limit " + seconds(millis));
                notes.forEach(note -> lines.add(colour(YELLOW, "warning: ") + printable(note)));
            }
            case DerivedLimit.Unknown(List<String> reasons) -> {
                lines.add(colour(RED, "no time limit can be derived:"));
                reasons.forEach(reason -> lines.add("  " + printable(reason)));
            }
        }
        return lines;
    }

    /** How the checking of the inputs has ended. */
    List<String> inputs(JudgeResult result) {
        if (!(result instanceof JudgeResult.PackageChecked(int inputs, List<InputFault> faults))) {
            return List.of(colour(RED, "the inputs could not be checked: ") + printable(String.valueOf(result)));
        }
        List<String> lines = new ArrayList<>();
        for (InputFault fault : faults) {
            lines.add(colour(RED, "input: ") + printable(fault.toString()).replace("\n", "\n        "));
        }
        String sum = inputs + " inputs: ";
        lines.add(sum + (faults.isEmpty() ? colour(GREEN, "valid") : colour(RED, faults.size() + " faults")));
        return lines;
    }

    /** One solution. */
    String row(Row row, int done, int total) {
        String place = String.format(Locale.ROOT, "%3d/%d ", done, total);
        String name = "%-44s".formatted(printable(row.solution().name()));
        Outcome outcome = row.outcome();
        if (outcome == null) {
            return place + colour(YELLOW, "skipped  ") + name + " in no language that is judged here";
        }
        String line = place
                + (row.matches() ? colour(GREEN, "ok       ") : colour(RED, "MISMATCH "))
                + name
                + " %-21s".formatted(outcome.verdict())
                + slowest(outcome)
                + scored(outcome);
        return row.matches() ? line : line + expected(row) + detail(outcome);
    }

    private static String slowest(Outcome outcome) {
        return outcome.slowestTest() == null
                ? ""
                : " " + seconds(outcome.maxTimeMillis()) + " on " + printable(outcome.slowestTest());
    }

    private static String scored(Outcome outcome) {
        Outcome.Scored scored = outcome.scored();
        if (scored == null) {
            return "";
        }
        return scored.groups().stream()
                .map(Table::group)
                .collect(Collectors.joining(", ", "\n        score " + shown(scored.score()) + ": ", ""));
    }

    private static String group(GroupResult group) {
        String verdict = group.skipped() == null ? String.valueOf(group.verdict()) : "not run";
        String score = group.score() == null ? "" : " " + shown(group.score());
        return printable(group.name()) + " " + verdict + score;
    }

    private static String shown(@Nullable BigDecimal score) {
        return score == null ? "-" : score.toPlainString();
    }

    private static String expected(Row row) {
        Expectation expectation = row.solution().expectation();
        List<String> expected = new ArrayList<>();
        if (!expectation.permitted().isEmpty()) {
            expected.add(expectation.permitted().stream().map(Verdict::name).collect(Collectors.joining(" or ")));
        }
        if (expectation.partial()) {
            expected.add("a part of the score");
        }
        if (expectation.score() != null) {
            expected.add("the score " + expectation.score().toPlainString());
        }
        List<String> lines = new ArrayList<>();
        lines.add("\n        expected " + String.join(", ", expected));
        if (row.assessment() != null) {
            row.assessment().objections().forEach(objection -> lines.add(printable(objection)));
        }
        return String.join("\n        ", lines);
    }

    private static String detail(Outcome outcome) {
        String detail = outcome.detail();
        return detail == null ? "" : "\n        " + printable(detail.strip().replace("\n", "\n        "));
    }

    /** The end of it all. */
    List<String> foot(List<Row> rows, TimeMargins margins) {
        List<String> lines = new ArrayList<>();
        TimeLimitAdvice advice = TimeLimitAdvice.of(assessments(rows), margins);
        if (advice.chosenMillis() != null && advice.lowerMillis() != null) {
            lines.add("time limit: at least %s by the accepted solutions%s; suggested %s"
                    .formatted(
                            seconds(advice.lowerMillis()),
                            upper(advice.upperMillis()),
                            seconds(advice.chosenMillis())));
        }
        long mismatches = rows.stream().filter(row -> !row.matches()).count();
        lines.add(
                mismatches == 0
                        ? colour(GREEN, "all as expected")
                        : colour(RED, mismatches + " of " + rows.size() + " are not as expected"));
        return lines;
    }

    private static String upper(@Nullable Long millis) {
        return millis == null ? "" : ", at most " + seconds(millis) + " by the slow ones";
    }

    private static List<Assessment> assessments(List<Row> rows) {
        List<Assessment> assessments = new ArrayList<>();
        for (Row row : rows) {
            if (row.assessment() != null) {
                assessments.add(row.assessment());
            }
        }
        return assessments;
    }

    private String colour(String colour, String text) {
        return coloured ? colour + text + PLAIN : text;
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f s", millis / 1000.0);
    }

    private static String printable(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}&&[^\\n]]", "?");
    }
}
