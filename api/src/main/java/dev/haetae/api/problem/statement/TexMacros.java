package dev.haetae.api.problem.statement;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts a statement's own constants into its text: macros without arguments, such as {@code \newcommand{\maxn}{100\,000}}. A macro
 * means what those before it meant when it was defined, so that none can mean itself, and together they lengthen a statement by
 * no more than a bound. Those with arguments stay as they are.
 */
final class TexMacros {

    /** A comment; a definition up to its body; any other command. */
    private static final Pattern TOKEN = Pattern.compile(
            "%[^\n]*|\\\\(?:(?:re|provide)?newcommand\\*?\\s*(?:\\{\\s*\\\\(?<braced>[a-zA-Z]{1,40})\\s*}|\\\\(?<bare>[a-zA-Z]{1,40}))"
                    + "|def\\s*\\\\(?<plain>[a-zA-Z]{1,40}))\\s*(?=\\{)|\\\\(?:(?<name>[a-zA-Z]+)|.)",
            Pattern.DOTALL);

    private static final int LONGEST_MEANING = 1_000;
    private static final int MOST_MORE = 1 << 16;

    private final Map<String, String> meanings = new HashMap<>();
    private int more;

    private TexMacros() {}

    /** The source with its constants in their places; their definitions stay where they are. */
    static String expanded(String source) {
        return new TexMacros().expand(source);
    }

    private String expand(String source) {
        StringBuilder text = new StringBuilder();
        Matcher token = TOKEN.matcher(source);
        int at = 0;
        while (token.find(at)) {
            text.append(source, at, token.start());
            at = token.end();
            String defined = defined(token);
            int end = defined == null ? -1 : endOfGroup(source, at);
            if (defined != null && end >= 0) {
                meanings.put(defined, expand(source.substring(at, end)));
                text.append(source, token.start(), end);
                at = end;
            } else {
                text.append(meaning(token));
            }
        }
        return text.append(source, at, source.length()).toString();
    }

    private static @Nullable String defined(Matcher token) {
        if (token.group("braced") != null) {
            return token.group("braced");
        }
        return token.group("bare") != null ? token.group("bare") : token.group("plain");
    }

    private String meaning(Matcher token) {
        String meaning = meanings.get(token.group("name"));
        if (meaning == null || more + meaning.length() > MOST_MORE) {
            return token.group();
        }
        more += meaning.length();
        return meaning;
    }

    /** Behind the brace that closes the group which begins here; negative when that is too far away. */
    private static int endOfGroup(String source, int from) {
        int depth = 0;
        for (int i = from; i < Math.min(source.length(), from + LONGEST_MEANING); i++) {
            switch (source.charAt(i)) {
                case '\\' -> i++;
                case '{' -> depth++;
                case '}' -> depth--;
                default -> {}
            }
            if (depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }
}
