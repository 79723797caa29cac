package dev.haetae.api.problem.statement;

import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.owasp.html.Sanitizers;

/**
 * The HTML that statements may have: no scripts, no styles, no frames, links to the web only, and images of the problem's own
 * only, for an image from elsewhere tells its server who reads.
 */
final class SafeHtml {

    private static final Pattern OWN_IMAGE =
            Pattern.compile("/api/v1/problems/[a-z0-9-]+/statements/[0-9a-f]{64}\\.[a-z]+");
    private static final Pattern CLASS = Pattern.compile("math|math display|sample|illustration|center|footnotes");
    private static final Pattern SIZE = Pattern.compile("[1-9][0-9]{0,3}|(?:[1-9][0-9]?|100)%");
    private static final Pattern SPAN = Pattern.compile("[1-9][0-9]?");

    private static final PolicyFactory POLICY = Sanitizers.FORMATTING
            .and(Sanitizers.BLOCKS)
            .and(Sanitizers.TABLES)
            .and(Sanitizers.LINKS)
            .and(new HtmlPolicyBuilder()
                    .allowElements(
                            "pre", "code", "hr", "img", "figure", "figcaption", "section", "span", "div", "table", "td")
                    .allowAttributes("src")
                    .matching(OWN_IMAGE)
                    .onElements("img")
                    .allowAttributes("alt", "title")
                    .onElements("img")
                    .allowAttributes("width", "height")
                    .matching(SIZE)
                    .onElements("img")
                    .allowAttributes("colspan")
                    .matching(SPAN)
                    .onElements("td")
                    .allowAttributes("class")
                    .matching(CLASS)
                    .onElements("span", "div", "table", "figure", "section")
                    .toFactory());

    /** Behind the character with which a browser's renderer of formulas would begin, it keeps it from that and is not seen. */
    static final String JOINER = "\u2060";

    /** The command that begins an environment may come letter by letter. */
    private static final Pattern BEGINS_MATH = Pattern.compile("\\\\(?=[(\\[b])|\\$(?=\\$)");

    private SafeHtml() {}

    static String of(String html) {
        return POLICY.sanitize(html);
    }

    /** Text as HTML, in an attribute's quotes, too. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** What {@link #escaped} was made of. */
    static String unescaped(String html) {
        return html.replace("&quot;", "\"")
                .replace("&gt;", ">")
                .replace("&lt;", "<")
                .replace("&amp;", "&");
    }

    /** Text in which nothing is taken for a formula, which could hold links that pass no sanitizer. */
    static String withoutMath(String text) {
        return BEGINS_MATH.matcher(text).replaceAll("$0" + JOINER);
    }

    /** Whether a formula would begin with the last character of a text and this text behind it. */
    static boolean beginsMath(char last, String text) {
        return BEGINS_MATH.matcher(last + text).lookingAt();
    }
}
