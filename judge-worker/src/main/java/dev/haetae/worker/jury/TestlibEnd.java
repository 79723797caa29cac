package dev.haetae.worker.jury;

import dev.haetae.common.ProgramSpec;
import dev.haetae.common.TestCase;
import dev.haetae.common.ValidationLimits;
import dev.haetae.common.scoring.Claim;
import dev.haetae.worker.checker.Comparison;
import dev.haetae.worker.checker.Feedback;
import dev.haetae.worker.sandbox.BoxName;
import dev.haetae.worker.sandbox.RunLimits;
import dev.haetae.worker.sandbox.RunReport;
import dev.haetae.worker.sandbox.RunSpec;
import dev.haetae.worker.sandbox.Stdin;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the end of a testlib program means, by its exit code as testlib.h defines them; what it says stands on standard error, and
 * quotes the answer: it is for the jury only.
 *
 * <pre>
 *   0 right    1 wrong answer    2 presentation    4 dirt    8 unexpected end of file    3 the program itself has failed
 *   7 points, or hundredths, in its message     50 and more: partly right, that many hundredths
 * </pre>
 */
final class TestlibEnd {

    /** One byte more than is kept, so that it is seen whether there was more. */
    private static final int STDERR_BYTES = Feedback.MOST_BYTES + 1;

    static final int RIGHT = 0;
    static final int PARTIAL = 50;
    private static final int MOST_PARTIAL = 250;
    private static final int WHOLE = 100;
    private static final int POINTS = 7;
    private static final Pattern POINTS_SAID = Pattern.compile("\\A(?:points\\s+)?(\\S+)");

    private TestlibEnd() {}

    /** A run of such a program, which has no standard input unless a contestant's program talks with it. */
    static RunSpec spec(BuiltProgram program, List<String> command, RunLimits limits) {
        return new RunSpec(BoxName.JURY, command, program.environment(), new Stdin.Empty(), limits, STDERR_BYTES);
    }

    /**
     * What a program has decided by its end.
     *
     * @param scored whether a part of the points is something; else it is not enough
     * @throws JuryFaultException when it did neither accept nor reject
     */
    static Comparison decision(
            ProgramSpec program, TestCase test, ValidationLimits limits, RunReport run, boolean scored) {
        String fault = JuryLimits.fault(run, limits);
        if (fault != null) {
            throw JuryFaultException.of(program.name(), fault + " on " + test.name());
        }
        int code = JuryLimits.exitCode(run);
        Comparison decided = comparison(code, run, scored, program.givesHundredths());
        if (decided == null) {
            throw JuryFaultException.of(program.name(), failure(code, run, test.name()));
        }
        return decided;
    }

    /** Null when it did not decide. */
    private static @Nullable Comparison comparison(int code, RunReport run, boolean scored, boolean hundredths) {
        Feedback said = said(run);
        return switch (code) {
            case RIGHT -> new Comparison.Same(said, Claim.NOTHING);
            case 1, 2, 4, 8 -> new Comparison.Different(said, Claim.NOTHING);
            case POINTS ->
                scored ? worth(said, points(said, hundredths)) : new Comparison.Different(said, Claim.NOTHING);
            default -> code < PARTIAL || code > MOST_PARTIAL ? null : part(said, code - PARTIAL, scored);
        };
    }

    private static Comparison part(Feedback said, int hundredths, boolean scored) {
        return scored && hundredths > 0
                ? worth(said, new Claim.Multiplier(BigDecimal.valueOf(Math.min(hundredths, WHOLE), 2)))
                : new Comparison.Different(said, Claim.NOTHING);
    }

    private static Comparison worth(Feedback said, Claim claim) {
        boolean nothing = switch (claim) {
            case Claim.Score(var value) -> value.signum() <= 0;
            case Claim.Multiplier(var value) -> value.signum() <= 0;
            case Claim.Nothing _, Claim.Both _, Claim.Unreadable _ -> false;
        };
        return nothing ? new Comparison.Different(said, Claim.NOTHING) : new Comparison.Same(said, claim);
    }

    /** The number with which the message begins, behind the word for it. */
    private static Claim points(Feedback said, boolean hundredths) {
        Matcher points = POINTS_SAID.matcher(String.valueOf(said.toJury()));
        BigDecimal value = points.find() ? Claim.number(points.group(1).getBytes(StandardCharsets.ISO_8859_1)) : null;
        if (value == null) {
            return new Claim.Unreadable("message of points");
        }
        return hundredths ? new Claim.Multiplier(value.movePointLeft(2)) : new Claim.Score(value);
    }

    private static String failure(int code, RunReport run, String test) {
        String what = code == 3 ? " failed" : " ended with exit code " + code + ", which testlib does not have,";
        String message = said(run).toJury();
        return what + " on " + test + (message == null ? "" : ": " + message);
    }

    private static Feedback said(RunReport run) {
        String message = Feedback.text(run.stderrHead());
        return new Feedback(null, message.isBlank() ? null : message);
    }
}
