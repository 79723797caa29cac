package dev.haetae.api.problem.statement;

import dev.haetae.api.problem.statement.HtmlFlow.Holds;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes HTML of a statement in TeX, in one walk from its beginning to its end. {@link TexCommands} says what a command does; one that
 * it does not know does nothing, so that its arguments are shown as the text that they are.
 */
final class TexHtml {

    /** Groups and environments in each other; deeper ones are read without effect. */
    private static final int DEEPEST = 100;

    private static final int LONGEST_TITLE = 1000;
    private static final Pattern PLAIN_TITLE = Pattern.compile("(?m)^%%[ \\t]*+plainproblemname:[ \\t]*+(\\S.*)$");
    private static final Pattern NOT_OF_A_TITLE = Pattern.compile("<[^>]*>|\\\\[()]|\u2060");

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

    final TexReader in;
    final HtmlFlow out;
    final SampleHtml samples;
    final Words words;
    final TexImages images;
    final TexLabels labels;

    private final String source;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private int tooDeep;
    private String title = "";

    TexHtml(String source, Function<String, Optional<String>> images, SampleHtml samples, Words words) {
        this.source = source;
        this.in = new TexReader(source);
        this.out = new HtmlFlow(StatementHtml.MOST_CHARS);
        this.images = new TexImages(images);
        this.labels = new TexLabels(source, words);
        this.samples = samples;
        this.words = words;
    }

    String html() {
        while (!in.atEnd() && !out.isFull()) {
            step(in.next());
        }
        while (!frames.isEmpty()) {
            pop();
        }
        return out.html();
    }

    /** What the statement calls its problem, as plain text; empty when it does not say. */
    String title() {
        Matcher plain = PLAIN_TITLE.matcher(source);
        return plain.find() ? plain.group(1).strip() : title;
    }

    void titled(String tex) {
        if (title.isEmpty() && tex.length() <= LONGEST_TITLE) {
            SampleHtml noSamples = new SampleHtml(List.of(), words);
            String html = new TexHtml(tex, _reference -> Optional.empty(), noSamples, words).html();
            title = SafeHtml.unescaped(NOT_OF_A_TITLE.matcher(html).replaceAll(""))
                    .strip();
        }
    }

    /** Gives what follows in braces a style; without braces all up to the end of the group that this stands in. */
    void style(String element) {
        if (in.opensArgument()) {
            push("", ANY, null, "");
        }
        out.style(element);
    }

    /** Makes what follows in braces a block; false when nothing does. */
    boolean block(String tag, String attributes, Holds holds) {
        boolean follows = in.opensArgument();
        if (follows) {
            push("", out.depth(), null, "");
            out.open(tag, attributes, holds);
        }
        return follows;
    }

    /** Puts text around what follows in braces. */
    void around(String before, String after) {
        if (in.opensArgument()) {
            out.text(before);
            push("", ANY, null, after);
        }
    }

    void heading(String tag, String text) {
        out.open(tag, "", Holds.TEXT);
        out.text(text);
        out.closeTo(out.depth() - 1);
    }

    void beginEnvironment(String name) {
        push(name, out.depth(), null, "");
    }

    void beginTable(String name) {
        int depth = out.depth();
        push(name, depth, new TexTable(out, in.argument()), "");
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

    /** The table whose cells are being read, or null when there is none. */
    @Nullable
    TexTable table() {
        return frames.stream()
                .filter(frame -> !frame.environment().isEmpty())
                .findFirst()
                .map(Frame::table)
                .orElse(null);
    }

    /** Begins the next item of the innermost list. */
    void item() {
        String label = in.option();
        for (Frame frame : frames) {
            if (frame.table() != null) {
                break;
            }
            if (TexEnvironments.isList(frame.environment())) {
                out.closeTo(frame.depth() + 1);
                out.open("li", "", Holds.ITEM);
                break;
            }
        }
        if (!label.isEmpty()) {
            out.text(label);
            out.space();
        }
    }

    void formula(String tex, boolean display) {
        out.inline(display ? Formula.display(tex) : Formula.inline(tex));
    }

    /** Text with the marks of TeX for quotes and dashes, unless it is to look like a typewriter's. */
    private void mark(String mark) {
        out.text(out.hasStyle("code") ? mark : TexText.printed(mark));
    }

    private void step(char c) {
        switch (c) {
            case '\\' -> TexCommands.run(in.command(), this);
            case '{' -> push("", ANY, null, "");
            case '}' -> closeGroup();
            case '$' -> dollar();
            case '%' -> endParagraphIf(in.comment());
            case '&' -> nextCell();
            case '~' -> out.text("\u00A0");
            case ' ', '\t', '\r', '\n' -> whiteSpace(c);
            case '`', '\'', '"', '-', ',', '<', '>' -> mark(TexText.mark(c, in));
            default -> out.text(c + in.plain());
        }
    }

    private void whiteSpace(char first) {
        boolean emptyLine = in.space(first);
        out.space();
        endParagraphIf(emptyLine);
    }

    private void endParagraphIf(boolean ended) {
        if (ended) {
            out.endParagraph();
        }
    }

    private void dollar() {
        boolean display = in.skip("$");
        String tex = in.formula(display ? "$$" : "$");
        if (tex.isBlank()) {
            out.text("$");
        } else {
            formula(tex, display);
        }
    }

    private void nextCell() {
        TexTable table = table();
        if (table == null) {
            out.text("&");
        } else {
            table.nextCell();
        }
    }

    private void push(String environment, int depth, @Nullable TexTable table, String after) {
        if (frames.size() < DEEPEST) {
            frames.push(new Frame(environment, out.styles(), depth, table, after));
        } else {
            tooDeep++;
        }
    }

    private void closeGroup() {
        if (tooDeep > 0) {
            tooDeep--;
        } else if (!frames.isEmpty() && frames.element().environment().isEmpty()) {
            pop();
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
