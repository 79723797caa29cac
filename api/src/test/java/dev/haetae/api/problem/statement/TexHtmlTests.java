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

/** Statements in TeX. */
class TexHtmlTests {

    private static final String URL = "/api/v1/problems/sum/statements/" + "0".repeat(64) + ".png";

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '\0',
            value = {
                "one two → one two",
                "\\textbf{bold \\emph{both}} none → <b>bold <em>both</em></b> none",
                "{\\bf bold} none → <b>bold</b> none",
                "\\bf{bold} none → <b>bold</b> none",
                "\\t{typed --x} → <code>typed --x</code>",
                "``quoted'' `it' <<ja>> → “quoted” ‘it’ «ja»",
                "1--2 --- so → 1–2 — so",
                "5\\,000~km \\ldots{} 3\\% \\& \\#1 → 5\u2009000\u00A0km … 3% &amp; #1",
                "Erd\\H{o}s G\\\"odel na\\\"{\\i}ve \\'e \\c{c} \\o → Erdős Gödel naïve é ç ø",
                "\\unknown{shown} \\also[o]{shown} → shown [o]shown",
                "see \\href{https://example.org/a\\_b?x=1\\&y=2}{here} → see <a href=\"https://example.org/a_b?x&#61;1&amp;y&#61;2\" rel=\"nofollow\">here</a>",
                "\\verb|a {b} % $c$| → <code>a {b} % $c$</code>",
                "\\texttt{a}\\footnote{b} → <code>a</code> (b)",
                "one \\\\ two → one <br /> two",
                "a $n$ b → a <span class=\"math\">\\(n\\)</span> b",
                "a \\(n < m\\) b → a <span class=\"math\">\\(n &lt; m\\)</span> b",
                "$$x$$ → <span class=\"math display\">\\[x\\]</span>",
                "$a\\text{ if $b$}$ → <span class=\"math\">\\(a\\text{ if $b$}\\)</span>",
                "costs 5$ now → costs 5$ now",
                "none left } here → none left here"
            })
    void readsText(String tex, String html) {
        assertThat(html(tex)).isEqualTo("<p>" + html.strip() + "</p>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '\0',
            value = {
                "\\newcommand{\\maxn}{100\\,000}up to \\maxn{} → up to 100\u2009000",
                "\\newcommand\\name{Kim}\\renewcommand*{\\name}{Lee}\\name → Lee",
                "\\def\\lo{1}\\def \\hi{\\lo 0}$\\lo < \\hi$ → <span class=\"math\">\\({1} &lt; { {1} 0}\\)</span>",
                "\\def\\a{\\a}x\\a{} y → x y",
                "one \\\\maxn → one <br />maxn"
            })
    void putsConstantsIntoTheText(String tex, String html) {
        assertThat(html(tex)).isEqualTo("<p>" + html.strip() + "</p>");
    }

    @Test
    void lengthensAStatementByNoMoreThanABound() {
        StringBuilder tex = new StringBuilder("\\def\\a{" + "x".repeat(900) + "}");
        for (char name = 'b'; name <= 'z'; name++) {
            tex.append("\\def\\")
                    .append(name)
                    .append('{')
                    .append(("\\" + (char) (name - 1)).repeat(200))
                    .append('}');
        }

        assertThat(html(tex + "\\z end")).endsWith("end</p>").hasSizeLessThan(200_000);
    }

    @Test
    void readsParagraphsAndLeavesCommentsOut() {
        assertThat(html("one % a comment\n   line\n%whole\n two\n\n three"))
                .isEqualTo("<p>one line two</p><p>three</p>");
    }

    @Test
    void keepsStylesAcrossParagraphs() {
        assertThat(html("\\textit{one\n\ntwo} three")).isEqualTo("<p><i>one</i></p><p><i>two</i> three</p>");
    }

    @Test
    void readsSections() {
        assertThat(html("Text.\n\\section*{Input}\nA line.\n\\subsection{More}x"))
                .isEqualTo("<p>Text.</p><h2>Input</h2><p>A line.</p><h3>More</h3><p>x</p>");
    }

    @Test
    void readsListsInLists() {
        assertThat(
                        html(
                                "\\begin{itemize}[noitemsep]\\itemsep0em\n\\item a\n\\begin{enumerate}\\item b\\end{enumerate}\n\\item[c] d\\end{itemize}"))
                .isEqualTo("<ul><li>a<ol><li>b</li></ol></li><li>c d</li></ul>");
    }

    @Test
    void readsTables() {
        String tex =
                "\\begin{tabular}{|l|*{2}{c|}}\\hline\na & {\\bf b} & c \\\\ \\hline\n \\multicolumn{2}{r}{d} & $e$ \\\\[1ex] \\hline\n\\end{tabular}";

        assertThat(html(tex).replace("<tbody>", "").replace("</tbody>", ""))
                .isEqualTo(
                        "<table><tr><td>a</td><td align=\"center\"><b>b</b></td><td align=\"center\">c</td></tr>"
                                + "<tr><td colspan=\"2\">d</td><td align=\"center\"><span class=\"math\">\\(e\\)</span></td></tr></table>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"verbatim", "lstlisting", "Verbatim"})
    void readsCodeWordForWord(String environment) {
        assertThat(html("\\begin{" + environment + "}\nif (a<b) { % $x$\n  c; }\n\\end{" + environment + "}"))
                .isEqualTo("<pre><code>if (a&lt;b) { % $x$\n  c; }</code></pre>");
    }

    @Test
    void readsFormulasInEnvironments() {
        assertThat(html("\\begin{align*}a &= b \\\\ c &= d\\end{align*}"))
                .contains("\\[\\begin{aligned}a &amp;&#61; b \\\\ c &amp;&#61; d\\end{aligned}\\]");
    }

    @Test
    void readsIllustrationsAndFigures() {
        assertThat(html("\\illustration{0.3}{fig.png}{By \\emph{me}}"))
                .isEqualTo("<figure class=\"illustration\"><img src=\"" + URL
                        + "\" alt=\"fig.png\" width=\"30%\" /><figcaption>By <em>me</em></figcaption></figure>");
        assertThat(
                        html(
                                "\\begin{figure}[h]\\centering\n\\includegraphics[width=0.5\\textwidth]{fig.png}\\caption{A}\\label{f}\\end{figure}"))
                .contains("width=\"50%\"", "<figcaption>Figure 1: A</figcaption></figure>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "\\includegraphics[width=10cm]{fig.png} → 378",
                "\\def \\htmlPixelsInCm {45}\\includegraphics[width=2cm]{fig.png} → 90",
                "\\includegraphics[width=\\linewidth]{fig.png} → 100%"
            })
    void showsImagesAsWideAsTheyShouldBe(String tex, String width) {
        assertThat(html(tex)).contains("width=\"" + width + "\"");
    }

    @Test
    void numbersFiguresAndTables() {
        assertThat(
                        html(
                                "See \\ref{t} and \\ref{f2}, not \\ref{x}. \\begin{figure}\\caption{A}\\end{figure}"
                                        + "\\begin{table}\\caption{T}\\label{t}\\end{table}\\begin{figure}\\caption{B}\\label{f2}\\end{figure}"))
                .containsSubsequence("See 1 and 2, not ?.", "Figure 1: A", "Table 1: T", "Figure 2: B");
    }

    @Test
    void namesAnImageThatItHasNot() {
        assertThat(html("\\includegraphics{graph.pdf}")).isEqualTo("<p>[graph.pdf]</p>");
    }

    @Test
    void readsStatementsOfPolygon() {
        StatementHtml statement = statement("""
                \\begin{problem}{Market \\emph{Day}}{standard input}{standard output}{2 seconds}{256 megabytes}

                Sell.
                \\InputFile
                One line.
                \\Example

                \\begin{example}
                \\exmpfile{example.01}{example.01.a}%
                \\end{example}

                \\Note
                None.
                \\end{problem}
                """);

        assertThat(statement.title()).isEqualTo("Market Day");
        assertThat(statement.html()).isEqualTo("<p>Sell.</p><h2>Input</h2><p>One line.</p><h2>Note</h2><p>None.</p>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "\\problemname{G\\\"odel \\& $x^2$} → Gödel & x^2",
                "%% plainproblemname: Squares \\problemname{$x^2$} → Squares \\problemname{$x^2$}",
                "\\problemname{} text → ''",
                "\\problemname{<b>} → <b>"
            })
    void isCalledWhatItSays(String tex, String title) {
        assertThat(statement(tex).title()).isEqualTo(title);
    }

    @Test
    void putsSamplesWhereTheyAreWanted() {
        StatementHtml statement = statement("First \\nextsample then \\nextsample");

        assertThat(statement.html()).containsSubsequence("First", "Sample Input 1", "<pre>1 &lt; 2\n</pre>", "then");
        assertThat(statement.samplesShown()).containsExactly("sample/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\\href{javascript:alert(1)}{x}",
                "\\href{\" onclick=\"alert(1)}{x}",
                "\\href{data:text/html,<script>alert(1)</script>}{x}",
                "\\url{javascript:alert(1)}",
                "\\verb|<script>alert(1)</script>|",
                "\\begin{verbatim}</pre><script>alert(1)</script>\\end{verbatim}",
                "$</span><script>alert(1)</script>$",
                "\\includegraphics[width=1\" onload=\"alert(1)]{\" onerror=\"alert(1)}",
                "\\begin{tabular}{\" onclick=\"alert(1)}a\\end{tabular}",
                "\\section*{<style>*{display:none}</style>}",
                "\\illustration{1\" style=\"}{fig.png}{<iframe src=x>}"
            })
    void letsNothingThroughThatActs(String tex) {
        assertThat(html(tex))
                .doesNotContain(
                        "<script",
                        "href=\"javascript",
                        "href=\"data",
                        "onclick=",
                        "onload=",
                        "onerror=",
                        "<style",
                        "style=",
                        "<iframe");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$\\href{javascript:alert(1)}{x}$",
                "$\\\\\\href{javascript:alert(1)}{x}$",
                "$\\style{color:red}{x}$",
                "$\\def\\a{\\a\\a}\\a$",
                "\\[\\require{html}\\csname href\\endcsname{javascript:alert(1)}{x}\\]"
            })
    void leavesNothingInFormulasThatActs(String tex) {
        assertThat(html(tex))
                .contains("class=\"math")
                .doesNotContain("\\href", "\\style", "\\def", "\\require", "\\csname");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\textbackslash(\\textbackslash href\\{javascript:x\\}\\{y\\}\\textbackslash)",
                "\\textbackslash\\includegraphics{none}\\textbackslash href\\{javascript:x\\}\\{y\\}\\textbackslash]",
                "\\textbackslash be{}gin\\{align\\}\\textbackslash href\\{javascript:x\\}\\{y\\}\\textbackslash end\\{align\\}",
                "\\$\\textbf{}\\$\\textbackslash href\\{javascript:x\\}\\{y\\}\\$\\$"
            })
    void makesNoFormulaOfText(String tex) {
        assertThat(html(tex)).doesNotContainPattern("\\\\[(\\[b]|\\$\\$|class=");
    }

    @Test
    void opensNoLinkInALink() {
        StringBuilder tex = new StringBuilder();
        for (int i = 0; tex.length() < 1 << 19; i++) {
            tex.append("\\href{/").append(i).append("}{x");
        }

        assertThat(html(tex.toString())).startsWith("<p><a href=\"/0\" rel=\"nofollow\">xxx");
    }

    @Test
    void findsATitleInALongLine() {
        String blanks = " ".repeat(1 << 19);

        assertThat(statement("%%plainproblemname: a" + blanks + "b" + blanks).title())
                .isEqualTo("a" + blanks + "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\input{/etc/passwd}",
                "\\input /etc/passwd",
                "\\include{/etc/passwd}",
                "\\lstinputlisting[language=C]{/etc/passwd}",
                "\\verbatiminput{/etc/passwd}",
                "\\openin\\file=/etc/passwd \\read\\file to \\line",
                "\\immediate\\write18{cat /etc/passwd}",
                "\\def\\a#1{\\input{/etc/passwd}}\\a",
                "\\newcommand{\\a}[1][x]{/etc/passwd}\\a",
                "\\csname input\\endcsname\\relax",
                "\\let\\a\\input"
            })
    void readsNoFileAndRunsNothing(String tex) {
        assertThat(html("before " + tex + " after").replaceAll("\\s+", " ")).isEqualTo("<p>before after</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../data/secret/1.in", "/etc/passwd", "https://example.org/x.png", "data:image/png;base64,AA"})
    void showsNoImageFromElsewhere(String reference) {
        assertThat(html("\\includegraphics{" + reference + "}")).doesNotContain("<img");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "}",
                "$",
                "$a ",
                "$$",
                "\\(",
                "\\[",
                "\\begin{itemize}\\item ",
                "\\begin{tabular}{c}",
                "\\end{itemize}",
                "\\textbf{",
                "\\section{",
                "\\href{https://example.org}{",
                "\\bf\\it\\tt\\small x\n\n",
                "\\else ",
                "\\verb|",
                "\\begin{verbatim}",
                "\\begin{align}",
                "\\\\[",
                "&",
                "\\item ",
                "``",
                "\\problemname{\\problemname{",
                "\\def\\a",
                "\\csname",
                "%",
                "\\",
                "\\includegraphics{fig.png}",
                "\\begin{tabular}{*{99}{c}}",
                "\\nextsample",
                "\n\n\n \n",
                "<"
            })
    void answersWhateverIsRepeated(String part) {
        String tex = part.repeat((1 << 17) / part.length());

        assertThat(html(tex).length()).isLessThan(8 << 20);
    }

    private static String html(String tex) {
        return statement(tex).html();
    }

    private static StatementHtml statement(String tex) {
        List<Sample> samples = List.of(new Sample("sample/1", "1 < 2\n", "yes\n", null));
        return StatementHtml.of(
                Markup.TEX,
                tex,
                new Surroundings("en", name -> name.equals("fig.png") ? Optional.of(URL) : Optional.empty(), samples));
    }
}
