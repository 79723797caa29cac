package dev.haetae.api.problem.statement;

import java.util.Set;
import java.util.function.Supplier;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** What the formats add to Markdown's text: formulas, and commands in double braces that want samples. */
final class MarkdownInsert extends CustomNode {

    /** What stands in an insert's place. */
    sealed interface Content {}

    /** A formula in TeX. */
    record Math(String tex, boolean display) implements Content {}

    /** The next sample. */
    record NextSample() implements Content {}

    /** All samples that have not been shown. */
    record RemainingSamples() implements Content {}

    /** The number of a footnote. */
    record Footnote(int number) implements Content {}

    private final Content content;

    private MarkdownInsert(Content content) {
        this.content = content;
    }

    static MarkdownInsert footnote(int number) {
        return new MarkdownInsert(new Footnote(number));
    }

    /** Finds them: a parser for each of these factories. */
    static Iterable<InlineContentParserFactory> factories() {
        return Set.of(factory('$', Dollars::new), factory('{', () -> MarkdownInsert::command));
    }

    /** Writes them. */
    static NodeRenderer renderer(HtmlNodeRendererContext context, SampleHtml samples) {
        return new NodeRenderer() {
            @Override
            public Set<Class<? extends Node>> getNodeTypes() {
                return Set.of(MarkdownInsert.class);
            }

            @Override
            public void render(Node node) {
                if (node instanceof MarkdownInsert insert) {
                    context.getWriter().raw(html(insert.content, samples));
                }
            }
        };
    }

    private static String html(Content content, SampleHtml samples) {
        return switch (content) {
            case Math(String tex, boolean display) -> display ? Formula.display(tex) : Formula.inline(tex);
            case NextSample() -> samples.next();
            case RemainingSamples() -> samples.remaining();
            case Footnote(int number) -> "<sup>" + number + "</sup>";
        };
    }

    private static ParsedInline command(InlineParserState state) {
        Scanner in = state.scanner();
        if (in.next("{{nextsample}}")) {
            return ParsedInline.of(new MarkdownInsert(new NextSample()), in.position());
        }
        if (in.next("{{remainingsamples}}")) {
            return ParsedInline.of(new MarkdownInsert(new RemainingSamples()), in.position());
        }
        return ParsedInline.none();
    }

    private static InlineContentParserFactory factory(char trigger, Supplier<InlineContentParser> parser) {
        return new InlineContentParserFactory() {
            @Override
            public Set<Character> getTriggerCharacters() {
                return Set.of(trigger);
            }

            @Override
            public InlineContentParser create() {
                return parser.get();
            }
        };
    }

    /**
     * Formulas of one paragraph. As Pandoc has it, so that prices are no formulas: no space behind the first dollar, none before the last,
     * and no digit behind that.
     */
    private static final class Dollars implements InlineContentParser {

        private boolean noneFurther;

        @Override
        public ParsedInline tryParse(InlineParserState state) {
            Scanner in = state.scanner();
            in.next();
            boolean display = in.next('$');
            if (noneFurther || (!display && Character.isWhitespace(in.peek()))) {
                return ParsedInline.none();
            }
            Position from = in.position();
            while (in.hasNext()) {
                Position to = in.position();
                if (isEnd(in, display)) {
                    SourceLines tex = in.getSource(from, to);
                    return ParsedInline.of(new MarkdownInsert(new Math(tex.getContent(), display)), in.position());
                }
            }
            noneFurther = true;
            return ParsedInline.none();
        }

        /** Reads the end of a formula, or else a character of it. */
        private static boolean isEnd(Scanner in, boolean display) {
            if (in.next('\\')) {
                in.next();
                return false;
            }
            boolean spaced = Character.isWhitespace(in.peekPreviousCodePoint());
            if (!in.next('$')) {
                in.next();
                return false;
            }
            return display ? in.next('$') : !spaced && !Character.isDigit(in.peek());
        }
    }
}
