package dev.haetae.api.operations;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A PromQL expression, as far as it takes to see which metrics it names. */
record Expression(String text) {

    /** Strings, label matchers, ranges, label lists: strings first, since they may hold braces. */
    private static final List<String> NO_METRICS =
            List.of("\"[^\"]*\"", "\\{[^}]*}", "\\[[^]]*]", "\\b(?:by|without|on|ignoring)\\s*\\([^)]*\\)");

    private static final Pattern NAME = Pattern.compile("\\b[a-zA-Z_:][\\w:]*\\b(?!\\s*\\()");
    private static final Set<String> KEYWORDS = Set.of("bool", "and", "or", "unless", "offset");

    Set<String> metrics() {
        String rest = text;
        for (String part : NO_METRICS) {
            rest = rest.replaceAll(part, " ");
        }
        Set<String> names = NAME.matcher(rest)
                .results()
                .map(result -> result.group())
                .collect(Collectors.toCollection(TreeSet::new));
        names.removeAll(KEYWORDS);
        return names;
    }
}
