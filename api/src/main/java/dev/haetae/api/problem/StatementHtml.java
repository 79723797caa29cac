package dev.haetae.api.problem;

import dev.haetae.common.packages.Statement.Markup;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.owasp.html.Sanitizers;

/**
 * Makes HTML of statements that nobody has to trust: no scripts, no styles, no frames, links to the web only, and images of the
 * problem's own only, for an image from elsewhere tells its server who reads.
 */
final class StatementHtml {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).build();
    private static final Pattern TEX_IMAGE = Pattern.compile("\\\\includegraphics\\s*(?:\\[[^\\]]*])?\\s*\\{([^{}]+)}");
    private static final Pattern OWN_IMAGE =
            Pattern.compile("/api/v1/problems/[a-z0-9-]+/statements/[0-9a-f]{64}\\.[a-z]+");
    private static final PolicyFactory SAFE = Sanitizers.FORMATTING
            .and(Sanitizers.BLOCKS)
            .and(Sanitizers.TABLES)
            .and(Sanitizers.LINKS)
            .and(new HtmlPolicyBuilder()
                    .allowElements("pre", "code", "hr", "img")
                    .allowAttributes("src")
                    .matching(OWN_IMAGE)
                    .onElements("img")
                    .allowAttributes("alt", "title")
                    .onElements("img")
                    .toFactory());

    private StatementHtml() {}

    /**
     * The HTML of a source; TeX is shown as the text that it is, followed by its images, a PDF has none.
     *
     * @param images the URL of an image that the source refers to, or empty when the problem has no such image
     */
    static String of(Markup markup, String source, Function<String, Optional<String>> images) {
        return switch (markup) {
            case MARKDOWN -> markdown(source, images);
            case TEX -> "<pre>" + escaped(source) + "</pre>" + SAFE.sanitize(texImages(source, images));
            case PDF -> "";
        };
    }

    private static String markdown(String source, Function<String, Optional<String>> images) {
        Node document = PARSER.parse(source);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Image image) {
                images.apply(image.getDestination()).ifPresentOrElse(image::setDestination, () -> leaveText(image));
            }
        });
        return SAFE.sanitize(RENDERER.render(document));
    }

    /** Only the words that stand for an image. */
    private static void leaveText(Image image) {
        while (image.getFirstChild() != null) {
            image.insertBefore(image.getFirstChild());
        }
        image.unlink();
    }

    private static String texImages(String source, Function<String, Optional<String>> images) {
        StringBuilder html = new StringBuilder();
        Matcher image = TEX_IMAGE.matcher(source);
        while (image.find()) {
            images.apply(image.group(1).strip())
                    .ifPresent(url -> html.append("<p><img src=\"").append(url).append("\" /></p>"));
        }
        return html.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
