package dev.haetae.api.problem.statement;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Writes HTML in which blocks, paragraphs and styles nest, in whatever order they are begun and ended. Styles are what text is to
 * look like: their elements are opened when text comes, end with its paragraph and are opened again in the next.
 */
final class HtmlFlow {

    /** What stands directly in a block. */
    enum Holds {
        PARAGRAPHS,
        /** Text and further paragraphs behind it. */
        ITEM,
        TEXT,
        /** Nothing but blocks; text there is left out. */
        BLOCKS
    }

    /** No browser and no reader wants more. */
    private static final int DEEPEST = 40;

    private record Block(String tag, Holds holds, Runnable first) {}

    private final int mostChars;
    private final StringBuilder html = new StringBuilder();
    private final Deque<Block> blocks = new ArrayDeque<>(List.of(new Block("", Holds.PARAGRAPHS, () -> {})));
    private final List<String> wanted = new ArrayList<>();
    private final List<String> opened = new ArrayList<>();
    private boolean running;
    private boolean inParagraph;
    private boolean spaced;

    /** @param mostChars where a statement is long enough: what comes then is left out */
    HtmlFlow(int mostChars) {
        this.mostChars = mostChars;
    }

    boolean isFull() {
        return html.length() >= mostChars;
    }

    /** What was written, with all that was open closed. */
    String html() {
        closeTo(1);
        endParagraph();
        return html.toString();
    }

    void text(String text) {
        int last = html.length() - 1;
        boolean joins = last >= 0 && SafeHtml.beginsMath(html.charAt(last), text);
        inline((joins ? SafeHtml.JOINER : "") + SafeHtml.escaped(SafeHtml.withoutMath(text)));
    }

    /** An element that stands in text. */
    void inline(String element) {
        blocks.element().first().run();
        if (holds() != Holds.BLOCKS && !element.isEmpty()) {
            begin();
            html.append(element);
        }
    }

    /** White space between words, of which any amount is as much as one. */
    void space() {
        spaced = spaced || running;
    }

    void endParagraph() {
        if (!running) {
            return;
        }
        if (holds() == Holds.TEXT) {
            spaced = true;
            return;
        }
        endRun();
    }

    /** A whole block. */
    void block(String element) {
        blocks.element().first().run();
        endRun();
        html.append(element);
    }

    void open(String tag, String attributes, Holds holds) {
        open(tag, attributes, holds, () -> {});
    }

    /** @param first what opens the block in which something has to stand that would stand directly in this one */
    void open(String tag, String attributes, Holds holds, Runnable first) {
        blocks.element().first().run();
        openDirectly(tag, attributes, holds, first);
    }

    /** Opens a block right here. */
    void openDirectly(String tag, String attributes, Holds holds, Runnable first) {
        endRun();
        if (blocks.size() < DEEPEST) {
            html.append('<').append(tag).append(attributes).append('>');
            blocks.push(new Block(tag, holds, first));
        }
    }

    /** How many blocks are open, for {@link #closeTo}. */
    int depth() {
        return blocks.size();
    }

    void closeTo(int depth) {
        while (blocks.size() > Math.max(1, depth)) {
            endRun();
            html.append("</").append(blocks.pop().tag()).append('>');
        }
    }

    /** What stands directly in the innermost block. */
    Holds holds() {
        return blocks.element().holds();
    }

    /** Text from here on is in this element, such as {@code b} or {@code a href="..."}; a link in a link is none. */
    void style(String element) {
        boolean isInLink = isLink(element) && wanted.stream().anyMatch(HtmlFlow::isLink);
        if (!isInLink && !wanted.contains(element)) {
            wanted.add(element);
        }
    }

    boolean hasStyle(String element) {
        return wanted.contains(element);
    }

    /** How many styles text has, for {@link #stylesTo}. */
    int styles() {
        return wanted.size();
    }

    void stylesTo(int styles) {
        while (wanted.size() > styles) {
            wanted.removeLast();
        }
    }

    private void begin() {
        if (!running) {
            running = true;
            spaced = false;
            inParagraph = holds() == Holds.PARAGRAPHS
                    || (holds() == Holds.ITEM
                            && !html.substring(html.length() - 4).equals("<li>"));
            html.append(inParagraph ? "<p>" : "");
        }
        int same = 0;
        while (same < Math.min(opened.size(), wanted.size()) && opened.get(same).equals(wanted.get(same))) {
            same++;
        }
        unstyle(same);
        html.append(spaced ? " " : "");
        spaced = false;
        for (String element : wanted.subList(same, wanted.size())) {
            html.append('<').append(element).append('>');
            opened.add(element);
        }
    }

    private void endRun() {
        unstyle(0);
        html.append(inParagraph ? "</p>" : "");
        running = false;
        inParagraph = false;
        spaced = false;
        wanted.removeIf(HtmlFlow::isLink);
    }

    private static boolean isLink(String element) {
        return element.startsWith("a ");
    }

    private void unstyle(int kept) {
        while (opened.size() > kept) {
            String element = opened.removeLast();
            html.append("</").append(element.split(" ", 2)[0]).append('>');
        }
    }
}
