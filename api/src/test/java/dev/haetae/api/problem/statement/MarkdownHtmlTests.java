package dev.haetae.api.problem.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.api.problem.statement.StatementHtml.Surroundings;
import dev.haetae.common.packages.Statement.Markup;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements in Markdown. */
class MarkdownHtmlTests {

    private static final String URL = "/api/v1/problems/sum/statements/" + "0".repeat(64) + ".png";

    @Test
    void rendersMarkdown() {
        assertThat(html("## Sum\n\nAdd **both**.")).contains("<h2>Sum</h2>", "<strong>both</strong>");
    }

    @Test
    void rendersTables() {
        assertThat(html("|a|b|\n|-|-|\n|1|2|")).contains("<table>", "<th>a</th>", "<td>2</td>");
    }

    @Test
    void isCalledWhatItsFirstHeadingSays() {
        assertThat(statement("# A *great* sum\n\n## Input").title()).isEqualTo("A great sum");
        assertThat(statement("Text\n\n# Input").title()).isEmpty();
        assertThat(statement("# Task\n\n# Input").title()).isEmpty();
    }

    @Test
    void leavesItsTitleToThoseWhoShowIt() {
        assertThat(html("# Sum\n\n## Input")).doesNotContain("Sum").contains("<h2>Input</h2>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "$a*b*c$ → <span class=\"math\">\\(a*b*c\\)</span>",
                "$a_*$ b*c → <span class=\"math\">\\(a_*\\)</span> b*c",
                "$\\{x\\}$ → <span class=\"math\">\\(\\{x\\}\\)</span>",
                "$$x < y$$ → <span class=\"math display\">\\[x &lt; y\\]</span>",
                "$5 and $6 → $5 and $6",
                "a $ b $ c → a $ b $ c",
                "`$a$` → <code>$a$</code>"
            })
    void leavesFormulasToTheBrowser(String markdown, String html) {
        assertThat(html(markdown)).isEqualToIgnoringNewLines("<p>" + html + "</p>");
    }

    @Test
    void putsFootnotesAtTheEnd() {
        String markdown = "A[^b] and[^1] and[^b], not[^c].\n\n[^1]: One.\n[^b]: Two *words*[^1].\n\n    More.\n\nText.";

        assertThat(html(markdown).replace("\n", ""))
                .isEqualTo("<p>A<sup>1</sup> and<sup>2</sup> and<sup>1</sup>, not[^c].</p><p>Text.</p><hr />"
                        + "<ol><li><p>Two <em>words</em><sup>2</sup>.</p><p>More.</p></li><li><p>One.</p></li></ol>");
    }

    @Test
    void putsSamplesWhereTheyAreWanted() {
        StatementHtml statement = statement("First\n\n{{nextsample}}\n\nthen\n\n{{remainingsamples}}\n");

        assertThat(statement.html())
                .containsSubsequence(
                        "First", "Sample Input 1", "<pre>1 &lt; 2\n</pre>", "then", "Sample Interaction 2");
        assertThat(statement.samplesShown()).containsExactly("sample/1", "sample/2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[click](javascript:alert(1))",
                "[click](data:text/html,<script>alert(1)</script>)",
                "[click](&#106;avascript:alert(1))",
                "<iframe src=\"https://example.org\"></iframe>",
                "<p style=\"position:fixed\">over all</p>",
                "<form action=\"https://example.org\"><input></form>",
                "$x</span><script>alert(1)</script>$",
                "```\"><script>alert(1)</script>\n```"
            })
    void letsNothingThroughThatActs(String markdown) {
        assertThat(html(markdown))
                .doesNotContain("<script", "<img", "href=\"javascript", "href=\"data", "<iframe", "<p style", "<form");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\\\(\\\\href{javascript:alert(1)}{x}\\\\)",
                "a <b title='$$\\href{javascript:alert(1)}{x}$$'>",
                "<div>\n$$\\href{javascript:alert(1)}{x}$$\n</div>",
                "&#36;&#36;\\\\href{javascript:alert(1)}{x}&#36;&#36;",
                "\\\\[^x] \\\\href{javascript:alert(1)}{x} \\\\]",
                "\\\\![(\\\\href{javascript:alert(1)}{x}\\\\)](none.png)",
                "\\\\![be](none.png)gin{align}\\\\href{javascript:alert(1)}{x}\\\\end{align}"
            })
    void makesNoFormulaOfText(String markdown) {
        assertThat(html(markdown)).doesNotContainPattern("\\\\[(\\[b]|\\$\\$|class=");
    }

    @Test
    void shortensATextThatGrowsWithoutEnd() {
        String markdown = "[a]: /" + "x".repeat(1 << 16) + "\n\n" + "[a]".repeat(1 << 14);

        assertThat(html(markdown).length()).isLessThan(8 << 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a**b_c* ", "|a", "[[^a](", "[]"})
    void showsATextAsItIsThatWouldTakeTooLong(String part) {
        String line = part.repeat((1 << 19) / part.length());
        String markdown = line + "\n" + "|-".repeat(line.length() / 2) + "\n|x";

        assertThat(html(markdown)).startsWith("<pre>" + part);
    }

    @Test
    void showsAnImageOfTheProblemsOwn() {
        assertThat(html("![a graph](fig.png)")).contains("<img", "src=\"" + URL + "\"", "alt=\"a graph\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{width=50%}", "{ width=50% }", "{.big width=\"50%\"}"})
    void showsAnImageAsWideAsItShouldBe(String attributes) {
        assertThat(html("![](fig.png)" + attributes + " behind")).contains("width=\"50%\"", "/> behind");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.org/x.png", "../data/secret/1.in", "data:image/png;base64,AAAA", "other.png"})
    void leavesOnlyTheWordsOfAnyOtherImage(String reference) {
        assertThat(html("![a *graph*](" + reference + ")"))
                .doesNotContain("<img", reference)
                .contains("a <em>graph</em>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> ",
                "* ",
                "*a _b ",
                "[",
                "![",
                "$a ",
                "$$",
                "{{",
                "`",
                "<",
                "|a\n|-\n",
                "[^1]",
                "[^1]: a\n",
                "[^a",
                "a[^1]\n\n[^1]: x[^1]\n\n"
            })
    void answersWhateverIsRepeated(String part) {
        String markdown = part.repeat((1 << 17) / part.length());

        assertThat(html(markdown).length()).isLessThan(8 << 20);
    }

    private static String html(String markdown) {
        return statement(markdown).html();
    }

    private static StatementHtml statement(String markdown) {
        List<Sample> samples =
                List.of(new Sample("sample/1", "1 < 2\n", "yes\n", null), new Sample("sample/2", null, null, ">1\n"));
        return StatementHtml.of(
                Markup.MARKDOWN,
                markdown,
                new Surroundings("en", name -> name.equals("fig.png") ? Optional.of(URL) : Optional.empty(), samples));
    }
}
