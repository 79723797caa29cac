package dev.haetae.api.problem.statement;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Sees to it that nothing in Markdown's text is taken for a formula, and makes text of HTML. */
final class MarkdownText extends AbstractVisitor {

    private MarkdownText() {}

    static void makePlain(Node document) {
        document.accept(new MarkdownText());
    }

    @Override
    public void visit(HtmlBlock html) {
        Paragraph paragraph = new Paragraph();
        paragraph.appendChild(new Text(html.getLiteral()));
        replace(html, paragraph);
    }

    @Override
    public void visit(HtmlInline html) {
        replace(html, new Text(html.getLiteral()));
    }

    private void replace(Node html, Node text) {
        html.insertBefore(text);
        html.unlink();
        text.accept(this);
    }

    /** Two pieces of text may stand side by side, where nobody sees that they were joined. */
    @Override
    public void visit(Text text) {
        String plain = SafeHtml.withoutMath(text.getLiteral());
        boolean joins = SafeHtml.beginsMath(last(text.getPrevious()), text.getLiteral());
        text.setLiteral(joins ? SafeHtml.JOINER + plain : plain);
    }

    private static char last(@Nullable Node before) {
        return before instanceof Text text && !text.getLiteral().isEmpty()
                ? text.getLiteral().charAt(text.getLiteral().length() - 1)
                : ' ';
    }
}
