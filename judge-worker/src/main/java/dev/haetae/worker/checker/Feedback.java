package dev.haetae.worker.checker;

import dev.haetae.common.Head;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a validator has to say, as text of a bounded length that no terminal and no page can be harmed by.
 *
 * @param toContestant or null
 * @param toJury or null; it may quote the judges' answer
 */
public record Feedback(
        @Nullable String toContestant, @Nullable String toJury) {

    /** Nothing. */
    public static final Feedback NONE = new Feedback(null, null);

    /** How much of a message is kept. */
    public static final int MOST_BYTES = 2 << 10;

    private static final String CUT = "…";

    /** Messages of validators that ran one after the other. */
    public Feedback and(Feedback later) {
        return new Feedback(joined(toContestant, later.toContestant), joined(toJury, later.toJury));
    }

    /**
     * A message's first 2 KiB as text: what is no UTF-8, and characters that steer a terminal or turn the direction of writing, stand as
     * U+FFFD.
     */
    public static String text(byte[] message) {
        Head head = Head.of(Arrays.copyOf(message, Math.min(message.length, MOST_BYTES)), message.length);
        StringBuilder text = new StringBuilder();
        head.text()
                .replace("\r\n", "\n")
                .codePoints()
                .map(c -> steers(c) ? '\uFFFD' : c)
                .forEach(text::appendCodePoint);
        return head.truncated() ? text.append(CUT).toString() : text.toString().stripTrailing();
    }

    private static boolean steers(int c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
        return control || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    private static @Nullable String joined(@Nullable String first, @Nullable String second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        return first + "\n" + second;
    }
}
