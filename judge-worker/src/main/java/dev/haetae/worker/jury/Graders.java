package dev.haetae.worker.jury;

import dev.haetae.common.ExactNumber;
import dev.haetae.common.GraderGroup.Grader;
import dev.haetae.common.GraderSpec;
import dev.haetae.common.ProgramSpec;
import dev.haetae.common.Scoring;
import dev.haetae.common.ValidationLimits;
import dev.haetae.common.Verdict;
import dev.haetae.common.scoring.CustomGrader;
import dev.haetae.common.scoring.Fraction;
import dev.haetae.common.scoring.Grade;
import dev.haetae.worker.checker.Feedback;
import dev.haetae.worker.sandbox.BoxName;
import dev.haetae.worker.sandbox.BoxSpec;
import dev.haetae.worker.sandbox.RunReport;
import dev.haetae.worker.sandbox.RunSpec;
import dev.haetae.worker.sandbox.Sandbox;
import dev.haetae.worker.sandbox.Stdin;
import dev.haetae.worker.testset.OpenTestSet;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A legacy package's own grader, in the jury's box. It reads a line for each result, a code and a score, and writes one such line itself.
 */
public final class Graders implements CustomGrader {

    /** The legacy format knows four codes; what is not among them crashed, as far as graders go. */
    private static final Map<Verdict, String> CODES = Map.of(
            Verdict.ACCEPTED, "AC",
            Verdict.WRONG_ANSWER, "WA",
            Verdict.TIME_LIMIT_EXCEEDED, "TLE");

    private static final String OTHER = "RTE";

    private static final Map<String, Verdict> VERDICTS = Map.of(
            "AC",
            Verdict.ACCEPTED,
            "WA",
            Verdict.WRONG_ANSWER,
            "TLE",
            Verdict.TIME_LIMIT_EXCEEDED,
            OTHER,
            Verdict.RUNTIME_ERROR);

    /** Longer than any line that it could rightly write. */
    private static final int MOST_OUTPUT_BYTES = 1 << 10;

    private static final long SPARE_BYTES = 1 << 20;
    private static final int SPARE_INODES = 1_024;

    private final ProgramSpec program;
    private final ValidationLimits limits;
    private final BuiltProgram built;
    private final Sandbox sandbox;

    private Graders(GraderSpec grader, BuiltProgram built, Sandbox sandbox) {
        this.program = grader.program();
        this.limits = grader.limits();
        this.built = built;
        this.sandbox = sandbox;
    }

    /**
     * Builds the grader that a scoring needs.
     *
     * @throws JuryFaultException when it cannot be built, or there is none
     */
    public static CustomGrader of(Scoring scoring, OpenTestSet tests, JuryPrograms programs, Sandbox sandbox)
            throws InterruptedException {
        GraderSpec grader = tests.grader();
        if (!needsOne(scoring)) {
            return (_, _) -> {
                throw new IllegalStateException("nobody needs a grader");
            };
        }
        if (grader == null) {
            throw JuryFaultException.of("graders", " has no program, and the problem's grading is custom");
        }
        return new Graders(grader, programs.get(grader.program(), grader.limits(), tests, sandbox), sandbox);
    }

    private static boolean needsOne(Scoring scoring) {
        return switch (scoring) {
            case Scoring.PassFail(), Scoring.PassFailOnAll(), Scoring.Groups _ -> false;
            case Scoring.Graders(var groups, var _, var _) ->
                groups.stream().anyMatch(group -> group.grader() instanceof Grader.Custom);
        };
    }

    @Override
    public Grade grade(List<String> flags, List<Grade> results) {
        long bytes = built.bytes() + limits.outputBytes() + SPARE_BYTES;
        int inodes = 2 * built.files().size() + SPARE_INODES;
        sandbox.open(new BoxSpec(BoxName.JURY, true, false, built.files(), bytes, inodes, built.mounts()));
        byte[][] said = {new byte[0]};
        RunReport report = sandbox.run(
                new RunSpec(
                        BoxName.JURY,
                        command(flags),
                        built.environment(),
                        new Stdin.Bytes(lines(results)),
                        JuryLimits.of(limits, built),
                        0),
                stdout -> said[0] = stdout.readNBytes(MOST_OUTPUT_BYTES));
        requireEndedWell(report);
        Grade grade = read(said[0]);
        if (grade == null) {
            throw JuryFaultException.of(
                    program.name(), " writes what is not a code and a score: " + Feedback.text(said[0]));
        }
        return grade;
    }

    private List<String> command(List<String> flags) {
        List<String> command = new ArrayList<>(built.argv());
        command.addAll(flags);
        return command;
    }

    private static byte[] lines(List<Grade> results) {
        return results.stream()
                .map(result -> CODES.getOrDefault(result.verdict(), OTHER) + " "
                        + result.score().rounded().toPlainString() + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.US_ASCII);
    }

    private void requireEndedWell(RunReport report) {
        String fault = JuryLimits.fault(report, limits);
        int code = fault == null ? JuryLimits.exitCode(report) : 0;
        if (fault != null || code != 0) {
            throw JuryFaultException.of(
                    program.name(), fault == null ? " ended with exit code " + code + " instead of 0" : fault);
        }
    }

    private static @Nullable Grade read(byte[] output) {
        String[] words = new String(output, StandardCharsets.ISO_8859_1).strip().split("[ \\t]+");
        if (output.length >= MOST_OUTPUT_BYTES || words.length != 2) {
            return null;
        }
        Verdict verdict = VERDICTS.get(words[0]);
        BigDecimal score = ExactNumber.read(words[1]);
        return verdict == null || score == null ? null : new Grade(verdict, Fraction.of(score));
    }
}
