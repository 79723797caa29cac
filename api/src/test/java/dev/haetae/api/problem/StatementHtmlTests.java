package dev.haetae.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.common.packages.Statement.Markup;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTML of statements that nobody has to trust. */
class StatementHtmlTests {

    private static final String URL = "/api/v1/problems/sum/statements/" + "0".repeat(64) + ".png";
    private static final Function<String, Optional<String>> NO_IMAGES = _reference -> Optional.empty();
    private static final Function<String, Optional<String>> ONE_IMAGE =
            reference -> reference.equals("fig.png") ? Optional.of(URL) : Optional.empty();

    @Test
    void rendersMarkdown() {
        assertThat(StatementHtml.of(Markup.MARKDOWN, "# Sum\n\nAdd **both**.", NO_IMAGES))
                .contains("<h1>Sum</h1>", "<strong>both</strong>");
    }

    @Test
    void rendersTables() {
        assertThat(StatementHtml.of(Markup.MARKDOWN, "|a|b|\n|-|-|\n|1|2|", NO_IMAGES))
                .contains("<table>", "<th>a</th>", "<td>2</td>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[click](javascript:alert(1))",
                "<iframe src=\"https://example.org\"></iframe>",
                "<p style=\"position:fixed\">over all</p>",
                "<form action=\"https://example.org\"><input></form>"
            })
    void letsNothingThroughThatActs(String markdown) {
        assertThat(StatementHtml.of(Markup.MARKDOWN, markdown, NO_IMAGES))
                .doesNotContain("<script", "<img", "href=\"javascript", "<iframe", "<p style", "<form");
    }

    @Test
    void showsTexAsTheTextThatItIs() {
        assertThat(StatementHtml.of(Markup.TEX, "\\textbf{a} < b & c", NO_IMAGES))
                .isEqualTo("<pre>\\textbf{a} &lt; b &amp; c</pre>");
    }

    @Test
    void showsAnImageOfTheProblemsOwn() {
        assertThat(StatementHtml.of(Markup.MARKDOWN, "![a graph](fig.png)", ONE_IMAGE))
                .contains("<img", "src=\"" + URL + "\"", "alt=\"a graph\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.org/x.png", "../data/secret/1.in", "data:image/png;base64,AAAA", "other.png"})
    void leavesOnlyTheWordsOfAnyOtherImage(String reference) {
        assertThat(StatementHtml.of(Markup.MARKDOWN, "![a *graph*](" + reference + ")", ONE_IMAGE))
                .doesNotContain("<img", reference)
                .contains("a <em>graph</em>");
    }

    @Test
    void showsTheImagesOfTexBehindIt() {
        assertThat(StatementHtml.of(Markup.TEX, "\\includegraphics[width=1cm]{fig.png}", ONE_IMAGE))
                .endsWith("</pre><p><img src=\"" + URL + "\" /></p>");
    }
}
