package dev.haetae.api.problem.statement;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What a statement in TeX has begun and not ended yet: groups in braces, and environments. */
final class TexFrames {

    /** In each other; deeper ones are read without effect. */
    private static final int DEEPEST = 100;

    /** The depth of a group that ends no blocks: they go on behind it. */
    private static final int ANY = Integer.MAX_VALUE;

    /**
     * What ends together: a group in braces, or an environment.
     *
     * @param environment its name; empty of a group
     * @param styles how many there were before
     * @param depth how many blocks were open before
     * @param table the table that it is, if it is one
     * @param after what is written behind it
     */
    private record Frame(
            String environment,
            int styles,
            int depth,
            @Nullable TexTable table,
            String after) {}

    private final HtmlFlow out;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private int tooDeep;

    TexFrames(HtmlFlow out) {
        this.out = out;
    }

    /** Begins a group that ends with its styles, and behind which this is written. */
    void beginGroup(String after) {
        push("", ANY, null, after);
    }

    /** Begins a group that ends with its blocks, too. */
    void beginBlock() {
        push("", out.depth(), null, "");
    }

    void beginEnvironment(String name) {
        push(name, out.depth(), null, "");
    }

    /** Begins an environment that is a table with columns as TeX describes them. */
    void beginTable(String name, String columns) {
        int depth = out.depth();
        push(name, depth, new TexTable(out, columns), "");
    }

    /** Ends the group that was begun last, if no environment was begun in it. */
    void endGroup() {
        if (tooDeep > 0) {
            tooDeep--;
        } else if (!frames.isEmpty() && frames.element().environment().isEmpty()) {
            pop();
        }
    }

    /** Ends the environment, and with it whatever was begun in it and not ended. */
    void endEnvironment(String name) {
        if (tooDeep > 0) {
            tooDeep--;
            return;
        }
        if (frames.stream().anyMatch(frame -> frame.environment().equals(name))) {
            while (!frames.element().environment().equals(name)) {
                pop();
            }
            pop();
        }
    }

    void endAll() {
        while (!frames.isEmpty()) {
            pop();
        }
    }

    /** The table whose cells are being read, or null when there is none. */
    @Nullable
    TexTable table() {
        return frames.stream()
                .filter(frame -> !frame.environment().isEmpty())
                .findFirst()
                .map(Frame::table)
                .orElse(null);
    }

    /** Ends the blocks that are open in the innermost list, which no table may lie in; whether there is one. */
    boolean closeToList() {
        for (Frame frame : frames) {
            if (frame.table() != null) {
                return false;
            }
            if (TexEnvironments.isList(frame.environment())) {
                out.closeTo(frame.depth() + 1);
                return true;
            }
        }
        return false;
    }

    private void push(String environment, int depth, @Nullable TexTable table, String after) {
        if (frames.size() < DEEPEST) {
            frames.push(new Frame(environment, out.styles(), depth, table, after));
        } else {
            tooDeep++;
        }
    }

    private void pop() {
        Frame frame = frames.pop();
        if (!frame.after().isEmpty()) {
            out.text(frame.after());
        }
        out.stylesTo(frame.styles());
        out.closeTo(frame.depth());
    }
}
