package dev.haetae.common.packages;

import dev.haetae.common.Limits;
import dev.haetae.common.verification.TimeMargins;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem's time limit.
 *
 * @param millis at least 1
 * @param source what has stated it
 */
record TimeLimit(long millis, TimeLimitSource source) {

    private static final String FILE = ".timelimit";

    /** A judging is given up after 20 minutes, so that a longer limit could not be honoured. */
    private static final BigDecimal LONGEST_SECONDS = BigDecimal.valueOf(1_200);

    /** The first that the package states: in its metadata, in DOMjudge's file, in {@code .timelimit}; else it is to be derived. */
    static TimeLimit read(PackageTree tree, YamlKeys limits, IniFile ini, Findings findings) throws IOException {
        String stated = limits.text("time_limit");
        if (stated != null) {
            return of("problem.yaml", limits.line("time_limit"), stated, TimeLimitSource.PACKAGE, findings);
        }
        IniFile.Value byDomjudge = ini.value("timelimit");
        if (byDomjudge != null) {
            return of(ini.path(), byDomjudge.line(), byDomjudge.text(), TimeLimitSource.PACKAGE, findings);
        }
        PackageFile file = tree.file(FILE);
        String text = file == null ? null : Texts.strict(file, findings);
        if (text != null) {
            return of(FILE, 1, text.strip(), TimeLimitSource.TIMELIMIT_FILE, findings);
        }
        return byDefault();
    }

    /** What has stated it where nothing runs whose time could be measured. */
    TimeLimitSource sourceWithoutPrograms() {
        return source == TimeLimitSource.DERIVED ? TimeLimitSource.PACKAGE : source;
    }

    /** The limits with a time in which solutions can be measured, where the package states none and has solutions. */
    static Limits measurable(
            Limits limits, TimeLimitSource source, List<JurySubmission> submissions, Findings findings) {
        if (source != TimeLimitSource.DERIVED) {
            return limits;
        }
        if (submissions.isEmpty()) {
            findings.warn(
                    null,
                    "the package states no time limit and has no solution to derive it from: it is "
                            + TimeMargins.UNMEASURED_MILLIS + " ms");
            return limits;
        }
        return limits.withTimeMillis(TimeMargins.GENEROUS_MILLIS);
    }

    private static TimeLimit of(
            String file, @Nullable Integer line, String text, TimeLimitSource source, Findings findings) {
        BigDecimal seconds = YamlKeys.number(text);
        if (seconds == null || seconds.signum() <= 0 || seconds.compareTo(LONGEST_SECONDS) > 0) {
            findings.refuse(
                    file,
                    line,
                    "the time limit has to be a number of seconds greater than 0 and up to " + LONGEST_SECONDS
                            + ", not " + YamlKeys.shortened(text));
            return byDefault();
        }
        long millis =
                seconds.movePointRight(3).setScale(0, RoundingMode.CEILING).longValueExact();
        if (seconds.stripTrailingZeros().scale() > 3) {
            findings.warn(
                    file, line, "the time limit is judged as " + millis + " ms: it is not measured more precisely");
        }
        return new TimeLimit(millis, source);
    }

    private static TimeLimit byDefault() {
        return new TimeLimit(TimeMargins.UNMEASURED_MILLIS, TimeLimitSource.DERIVED);
    }
}
