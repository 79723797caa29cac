package dev.haetae.api.problem.statement;

import dev.haetae.api.problem.statement.HtmlFlow.Holds;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes HTML of a statement in TeX, in one walk from its beginning to its end. {@link TexCommands} says what a command does; one that
 * it does not know does nothing, so that its arguments are shown as the text that they are.
 */
final class TexHtml {

    private static final int LONGEST_TITLE = 1000;
    private static final Pattern PLAIN_TITLE = Pattern.compile("(?m)^%%[ \\t]*+plainproblemname:[ \\t]*+(\\S.*)$");
    private static final Pattern NOT_OF_A_TITLE = Pattern.compile("<[^>]*>|\\\\[()]|\u2060");

    final TexReader in;
    final HtmlFlow out;
    final TexFrames frames;
    final SampleHtml samples;
    final Words words;
    final TexImages images;
    final TexLabels labels;

    private final String source;
    private String title = "";

    TexHtml(String source, Function<String, Optional<String>> images, SampleHtml samples, Words words) {
        this.source = source;
        this.in = new TexReader(source);
        this.out = new HtmlFlow(StatementHtml.MOST_CHARS);
        this.frames = new TexFrames(out);
        this.images = new TexImages(images);
        this.labels = new TexLabels(source, words);
        this.samples = samples;
        this.words = words;
    }

    String html() {
        while (!in.atEnd() && !out.isFull()) {
            step(in.next());
        }
        frames.endAll();
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
            frames.beginGroup("");
        }
        out.style(element);
    }

    /** Makes what follows in braces a block; false when nothing does. */
    boolean block(String tag, String attributes, Holds holds) {
        boolean follows = in.opensArgument();
        if (follows) {
            frames.beginBlock();
            out.open(tag, attributes, holds);
        }
        return follows;
    }

    /** Puts text around what follows in braces. */
    void around(String before, String after) {
        if (in.opensArgument()) {
            out.text(before);
            frames.beginGroup(after);
        }
    }

    void heading(String tag, String text) {
        out.open(tag, "", Holds.TEXT);
        out.text(text);
        out.closeTo(out.depth() - 1);
    }

    /** Begins the next item of the innermost list. */
    void item() {
        String label = in.option();
        if (frames.closeToList()) {
            out.open("li", "", Holds.ITEM);
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
            case '{' -> frames.beginGroup("");
            case '}' -> frames.endGroup();
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
        TexTable table = frames.table();
        if (table == null) {
            out.text("&");
        } else {
            table.nextCell();
        }
    }
}
