package dev.haetae.api.submission;

import dev.haetae.common.JudgeProgress.Compiling;
import dev.haetae.common.JudgeProgress.Running;
import dev.haetae.common.JudgeProgress.Step;
import dev.haetae.common.JudgeProgress.TestFinished;
import dev.haetae.common.JudgeProgress.TestSkipped;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of a live event in its submission's life.
 *
 * @param attempt which try, from 1
 * @param sequence place in it, from 0
 */
record EventId(int attempt, int sequence) implements Comparable<EventId> {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})-(\\d{1,9})");
    private static final Comparator<EventId> ORDER =
            Comparator.comparingInt(EventId::attempt).thenComparingInt(EventId::sequence);

    /** Behind the last test of any set. */
    private static final int VERDICT = 1_000_000;

    /** Before everything. */
    static final EventId NONE = new EventId(0, 0);

    static EventId queued(int attempt) {
        return new EventId(attempt, 0);
    }

    static EventId of(int attempt, Step step) {
        return switch (step) {
            case Compiling() -> new EventId(attempt, 1);
            case Running(int _testsTotal) -> new EventId(attempt, 2);
            case TestFinished finished -> test(attempt, finished.test().index());
            case TestSkipped skipped -> test(attempt, skipped.test().index());
        };
    }

    static EventId test(int attempt, int index) {
        return new EventId(attempt, 2 + index);
    }

    static EventId verdict(int attempt) {
        return new EventId(attempt, VERDICT);
    }

    /** Reads {@code <attempt>-<sequence>}; empty when it is none. */
    static Optional<EventId> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new EventId(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    boolean isAfter(EventId other) {
        return compareTo(other) > 0;
    }

    /** Whether nothing can lie between that one and this. */
    boolean follows(EventId other) {
        return attempt == other.attempt && sequence == other.sequence + 1;
    }

    @Override
    public int compareTo(EventId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return attempt + "-" + sequence;
    }
}
