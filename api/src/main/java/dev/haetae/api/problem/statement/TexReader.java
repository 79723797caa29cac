package dev.haetae.api.problem.statement;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads TeX from left to right. What has been read is never read again, and what a search has not found it does not search for
 * again, so that a source costs time in proportion to its length whatever it holds.
 */
final class TexReader {

    /** Of an optional argument, or of what is said word for word in a line; without an end nearer than this it is text. */
    private static final int LOOK_AHEAD = 300;

    private static final List<String> UNITS = List.of("pt", "em", "ex", "cm", "mm", "in");

    private final String source;
    private final Set<String> absent = new HashSet<>();
    private int at;
    private int noFormulaBefore;

    TexReader(String source) {
        this.source = source;
    }

    boolean atEnd() {
        return at >= source.length();
    }

    char next() {
        return source.charAt(at++);
    }

    boolean isNext(char wanted) {
        return !atEnd() && source.charAt(at) == wanted;
    }

    /** Reads this if it is what comes. */
    boolean skip(String wanted) {
        boolean comes = source.startsWith(wanted, at);
        at += comes ? wanted.length() : 0;
        return comes;
    }

    /** The characters up to the next that means something to TeX. */
    String plain() {
        int from = at;
        while (!atEnd() && "\\{}$%&~`'\"-,<> \t\r\n".indexOf(source.charAt(at)) < 0) {
            at++;
        }
        return source.substring(from, at);
    }

    /** White space behind this first character of it; whether there is an empty line in it. */
    boolean space(char first) {
        int newlines = first == '\n' ? 1 : 0;
        while (!atEnd() && Character.isWhitespace(source.charAt(at))) {
            newlines += next() == '\n' ? 1 : 0;
        }
        return newlines > 1;
    }

    /** White space up to an empty line, which ends a paragraph. */
    void spaceInParagraph() {
        blanks();
        if (isNext('\n')) {
            int newline = at++;
            blanks();
            at = isNext('\n') ? newline : at;
        }
    }

    /** The rest of a comment's line and the blanks that the next one begins with; whether that one is empty. */
    boolean comment() {
        at = end("\n");
        skip("\n");
        blanks();
        return isNext('\n');
    }

    /** The name of a command behind its backslash: letters, with a star and the space behind them, or one other character. */
    String command() {
        if (atEnd()) {
            return "";
        }
        int from = at;
        while (!atEnd() && isLetter(source.charAt(at))) {
            at++;
        }
        if (at == from) {
            return String.valueOf(next());
        }
        String name = source.substring(from, at);
        if (source.startsWith("*{", at) || source.startsWith("*[", at)) {
            at++;
        }
        spaceInParagraph();
        return name;
    }

    /** An argument as it stands, without its braces: a group, a command, or a single character; a group without an end goes to the end. */
    String argument() {
        spaceInParagraph();
        if (atEnd() || isNext('}')) {
            return "";
        }
        int from = at;
        char first = next();
        if (first == '\\') {
            command();
        }
        return first == '{' ? group() : source.substring(from, at).strip();
    }

    /** Whether an argument in braces comes, whose opening brace is read. */
    boolean opensArgument() {
        spaceInParagraph();
        return skip("{");
    }

    /** Reads so many arguments, with an optional one before each. */
    void skipArguments(int arguments) {
        for (int i = 0; i < arguments; i++) {
            option();
            argument();
        }
    }

    /** An optional argument without its brackets; empty when none comes. */
    String option() {
        int before = at;
        spaceInParagraph();
        if (skip("[")) {
            int from = at;
            int last = Math.min(source.length(), from + LOOK_AHEAD);
            for (int depth = 0; at < last; at++) {
                char c = source.charAt(at);
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                if (c == ']' && depth <= 0) {
                    return source.substring(from, at++);
                }
            }
        }
        at = before;
        return "";
    }

    /** What stands before this, which is read, too; without it everything to the end. */
    String until(String end) {
        int from = at;
        int to = end(end);
        at = Math.min(source.length(), to + end.length());
        return source.substring(from, to);
    }

    /** Whether this comes somewhere. */
    boolean comes(String wanted) {
        return end(wanted) < source.length();
    }

    /** What stands in a line before this character, which is read, too; without it nothing is read. */
    String inLine(char end) {
        int last = Math.min(source.length(), at + LOOK_AHEAD);
        for (int to = at; to < last && source.charAt(to) != '\n'; to++) {
            if (source.charAt(to) == end) {
                String text = source.substring(at, to);
                at = to + 1;
                return text;
            }
        }
        return "";
    }

    /** A formula up to its closing mark, which is read, too; empty when its paragraph has none, and then nothing is read. */
    String formula(String end) {
        if (at < noFormulaBefore) {
            return "";
        }
        int depth = 0;
        for (int to = at; to < source.length(); to++) {
            char c = source.charAt(to);
            if (depth == 0 && source.startsWith(end, to)) {
                String tex = source.substring(at, to);
                at = to + end.length();
                return tex;
            }
            if (isEmptyLine(to)) {
                noFormulaBefore = to;
                return "";
            }
            to += c == '\\' ? 1 : 0;
            depth = Math.max(0, depth + (c == '{' ? 1 : c == '}' ? -1 : 0));
        }
        noFormulaBefore = source.length();
        return "";
    }

    private boolean isEmptyLine(int newline) {
        if (source.charAt(newline) != '\n') {
            return false;
        }
        int next = newline + 1;
        while (next < source.length() && isBlank(source.charAt(next))) {
            next++;
        }
        return next < source.length() && source.charAt(next) == '\n';
    }

    /** A length behind a command that takes one without braces, such as {@code \vskip 2.5ex}. */
    void length() {
        blanks();
        skip("=");
        blanks();
        int from = at;
        while (!atEnd() && "+-.0123456789".indexOf(source.charAt(at)) >= 0) {
            at++;
        }
        if (at > from && UNITS.stream().anyMatch(unit -> source.startsWith(unit, at))) {
            at += 2;
        }
    }

    private String group() {
        int from = at;
        for (int depth = 1; !atEnd(); ) {
            char c = next();
            if (c == '\\' && !atEnd()) {
                at++;
            } else if (c == '%') {
                at = end("\n");
            } else {
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            }
            if (depth == 0) {
                return source.substring(from, at - 1);
            }
        }
        return source.substring(from);
    }

    private int end(String wanted) {
        int found = absent.contains(wanted) ? -1 : source.indexOf(wanted, at);
        if (found < 0) {
            absent.add(wanted);
            return source.length();
        }
        return found;
    }

    private void blanks() {
        while (!atEnd() && isBlank(source.charAt(at))) {
            at++;
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
