package dev.haetae.api.problem.statement;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Formulas as the renderers in browsers find them, MathJax and KaTeX without any settings: {@code \(...\)} and {@code \[...\]}.
 * What they would make links, classes, styles or macros of is taken out: it passes no sanitizer.
 */
final class Formula {

    private static final Set<String> TAKEN_OUT = Set.of(
            ("href url class cssId style data htmlClass htmlId htmlStyle htmlData bbox tip texttip mathtip toggle action mmlToken"
                            + " unicode require includegraphics input include def gdef edef xdef let futurelet newcommand"
                            + " renewcommand providecommand newenvironment renewenvironment DeclareMathOperator csname catcode"
                            + " expandafter ref eqref")
                    .split(" "));

    private static final Pattern COMMAND = Pattern.compile("\\\\([a-zA-Z]+|.)", Pattern.DOTALL);
    private static final Pattern NOT_SHOWN = Pattern.compile("(?<!\\\\)%[^\n]*\n?[ \t]*|\\\\label\\s*\\{[^{}]*}");

    private Formula() {}

    static String inline(String tex) {
        return "<span class=\"math\">\\(" + harmless(tex) + "\\)</span>";
    }

    static String display(String tex) {
        return "<span class=\"math display\">\\[" + harmless(tex) + "\\]</span>";
    }

    private static String harmless(String tex) {
        Matcher command = COMMAND.matcher(NOT_SHOWN.matcher(tex).replaceAll(""));
        String kept = command.replaceAll(
                found -> TAKEN_OUT.contains(found.group(1)) ? "{}" : Matcher.quoteReplacement(found.group()));
        // The sanitizer would put a comment between two braces.
        return SafeHtml.escaped(kept.strip().replace("{{", "{ {").replace("{{", "{ {"));
    }
}
