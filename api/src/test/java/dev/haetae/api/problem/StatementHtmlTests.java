package dev.haetae.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.common.packages.Statement.Markup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTML of statements that nobody has to trust. */
class StatementHtmlTests {

    @Test
    void rendersMarkdown() {
        assertThat(StatementHtml.of(Markup.MARKDOWN, "# Sum\n\nAdd **both**."))
                .contains("<h1>Sum</h1>", "<strong>both</strong>");
    }

    @Test
    void rendersTables() {
        assertThat(StatementHtml.of(Markup.MARKDOWN, "|a|b|\n|-|-|\n|1|2|"))
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
        assertThat(StatementHtml.of(Markup.MARKDOWN, markdown))
                .doesNotContain("<script", "<img", "href=\"javascript", "<iframe", "<p style", "<form");
    }

    @Test
    void showsTexAsTheTextThatItIs() {
        assertThat(StatementHtml.of(Markup.TEX, "\\textbf{a} < b & c"))
                .isEqualTo("<pre>\\textbf{a} &lt; b &amp; c</pre>");
    }
}
