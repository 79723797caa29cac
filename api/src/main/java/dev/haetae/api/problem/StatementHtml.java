package dev.haetae.api.problem;

import dev.haetae.common.packages.Statement.Markup;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.owasp.html.Sanitizers;

/** Makes HTML of statements that nobody has to trust: no scripts, no styles, no frames, links to the web only. */
final class StatementHtml {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).build();
    private static final PolicyFactory SAFE = Sanitizers.FORMATTING
            .and(Sanitizers.BLOCKS)
            .and(Sanitizers.TABLES)
            .and(Sanitizers.LINKS)
            .and(new HtmlPolicyBuilder().allowElements("pre", "code", "hr").toFactory());

    private StatementHtml() {}

    /** The HTML of a source; TeX is shown as the text that it is, a PDF has none. */
    static String of(Markup markup, String source) {
        return switch (markup) {
            case MARKDOWN -> SAFE.sanitize(RENDERER.render(PARSER.parse(source)));
            case TEX -> "<pre>" + escaped(source) + "</pre>";
            case PDF -> "";
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
