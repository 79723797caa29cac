package dev.haetae.common.verification;

import java.util.regex.Pattern;

/**
 * A pattern of {@code submissions.yaml}: {@code *} stands for any part of a name, {@code {a,b}} for one of several texts, and a path is
 * matched, too, when a folder above it is.
 */
public final class Glob {

    private final Pattern pattern;

    /** The pattern that such a text stands for; what is no pattern in it stands for itself. */
    public Glob(String text) {
        StringBuilder regex = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '*') {
                regex.append("[^/]*");
            } else if (c == '{' && text.indexOf('}', i) > 0) {
                depth++;
                regex.append("(?:");
            } else if (c == '}' && depth > 0) {
                depth--;
                regex.append(')');
            } else if (c == ',' && depth > 0) {
                regex.append('|');
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        this.pattern = Pattern.compile(regex.append(")".repeat(depth)).toString());
    }

    /** Whether it matches a path, or a folder that this lies in. */
    public boolean matches(String path) {
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            if (isOf(path.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    /** Whether it matches a path itself. */
    boolean isOf(String path) {
        return pattern.matcher(path).matches();
    }
}
