package dev.haetae.common.packages;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits a text into arguments as a POSIX shell does, without expanding anything: quotes keep white space, a backslash keeps the next
 * character. The formats' texts say only that flags become arguments; DOMjudge and BAPCtools read them so.
 */
final class ShellWords {

    private final String text;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int at;

    private ShellWords(String text) {
        this.text = text;
    }

    /** The words, or null when a quote is not closed or a backslash is the last character. */
    static @Nullable List<String> of(String text) {
        ShellWords words = new ShellWords(text);
        return words.split() ? words.words : null;
    }

    private boolean split() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (Character.isWhitespace(c)) {
                end();
            } else if (!take(c)) {
                return false;
            }
        }
        end();
        return true;
    }

    private boolean take(char c) {
        inWord = true;
        return switch (c) {
            case '\'' -> quoted('\'', false);
            case '"' -> quoted('"', true);
            case '\\' -> escaped();
            default -> {
                word.append(c);
                yield true;
            }
        };
    }

    private boolean quoted(char quote, boolean escapes) {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == quote) {
                return true;
            }
            if (escapes && c == '\\' && at < text.length() && "\"\\$`".indexOf(text.charAt(at)) >= 0) {
                c = text.charAt(at++);
            }
            word.append(c);
        }
        return false;
    }

    private boolean escaped() {
        if (at == text.length()) {
            return false;
        }
        word.append(text.charAt(at++));
        return true;
    }

    private void end() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }
}
