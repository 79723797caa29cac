package dev.haetae.api.problem.statement;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.jspecify.annotations.Nullable;

/** Makes HTML of a statement in Markdown. */
final class MarkdownHtml {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final int DEEPEST = 40;
    private static final Pattern BRACES = Pattern.compile("\\{[^{}]*?\\bwidth=\"?([0-9]{1,4}%?)(?:px)?\"?[^{}]*}");
    private static final TextContentRenderer WORDS =
            TextContentRenderer.builder().extensions(EXTENSIONS).build();
    private static final Parser PARSER = parser();

    private final Function<String, Optional<String>> images;
    private final SampleHtml samples;
    private final Map<Node, String> widths = new IdentityHashMap<>();
    private String title = "";

    /** @param images the URL of an image that the source refers to, or empty when the problem has no such image */
    MarkdownHtml(Function<String, Optional<String>> images, SampleHtml samples) {
        this.images = images;
        this.samples = samples;
    }

    /** A text that would take too long to read is shown as it is. */
    String html(String source) {
        if (MarkdownCost.isTooHigh(source)) {
            return "<pre>" + SafeHtml.escaped(source) + "</pre>";
        }
        Node document = PARSER.parse(source);
        takeTitle(document);
        MarkdownFootnotes.arrange(document);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Image image) {
                images.apply(image.getDestination()).ifPresentOrElse(image::setDestination, () -> leaveText(image));
                readWidth(image);
            }
        });
        MarkdownText.makePlain(document);
        HtmlRenderer renderer = HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .escapeHtml(true)
                .attributeProviderFactory(_context -> (node, _tag, attributes) -> addWidth(node, attributes))
                .nodeRendererFactory(context -> MarkdownInsert.renderer(context, samples))
                .build();
        return BoundedText.of(StatementHtml.MOST_CHARS, text -> renderer.render(document, text));
    }

    /** The heading that the statement begins with, when it is the only one of its level, as plain text; else empty. */
    String title() {
        return title;
    }

    /** Takes the title out of the text: it is shown above it. */
    private void takeTitle(Node document) {
        if (isTitle(document.getFirstChild())) {
            Node heading = document.getFirstChild();
            for (Node other = heading.getNext(); other != null; other = other.getNext()) {
                if (isTitle(other)) {
                    return;
                }
            }
            title = WORDS.render(heading).strip();
            heading.unlink();
        }
    }

    private static boolean isTitle(@Nullable Node node) {
        return node instanceof Heading heading && heading.getLevel() == 1;
    }

    /** Takes what stands in braces behind an image out of the text. */
    private void readWidth(Image image) {
        if (image.getNext() instanceof Text text) {
            Matcher braces = BRACES.matcher(text.getLiteral());
            if (braces.lookingAt()) {
                text.setLiteral(text.getLiteral().substring(braces.end()));
                widths.put(image, braces.group(1));
            }
        }
    }

    private void addWidth(Node node, Map<String, String> attributes) {
        String width = widths.get(node);
        if (width != null) {
            attributes.put("width", width);
        }
    }

    private static Parser parser() {
        Parser.Builder builder = Parser.builder()
                .extensions(EXTENSIONS)
                .maxOpenBlockParsers(DEEPEST)
                .maxInlineNesting(DEEPEST);
        MarkdownFootnotes.register(builder);
        MarkdownInsert.factories().forEach(builder::customInlineContentParserFactory);
        return builder.build();
    }

    /** Only the words that stand for an image. */
    private static void leaveText(Image image) {
        while (image.getFirstChild() != null) {
            image.insertBefore(image.getFirstChild());
        }
        image.unlink();
    }
}
