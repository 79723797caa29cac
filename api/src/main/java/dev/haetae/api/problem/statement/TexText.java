package dev.haetae.api.problem.statement;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What TeX has in place of characters that keyboards lack. */
final class TexText {

    private static final Map<String, String> MARKS = Map.of(
            "``", "“", "''", "”", "`", "‘", "'", "’", "--", "–", "---", "—", ",,", "„", "<<", "«", ">>", "»", "\"---",
            "—");

    /** What commands print that are only another name for it. */
    static final Map<String, String> SYMBOLS = symbols("""
            { { lbrace textbraceleft
            } } rbrace textbraceright
            & &
            % % textpercent
            $ $ textdollar
            # #
            _ _ textunderscore
            \\ textbackslash
            ~ textasciitilde
            ^ textasciicircum
            < textless
            > textgreater
            | textbar
            " textquotedbl
            ' textquotesingle
            ` textasciigrave
            “ textquotedblleft
            ” textquotedblright
            « guillemotleft
            » guillemotright
            – textendash
            — textemdash
            … ldots dots textellipsis
            ° textdegree degree
            € texteuro euro
            £ pounds
            © copyright
            § S
            • textbullet
            † dag
            TeX TeX
            LaTeX LaTeX
            ß ss
            ø o
            Ø O
            ł l
            Ł L
            æ ae
            Æ AE
            œ oe
            Œ OE
            å aa
            Å AA
            ı i
            """);

    /** Accents by their commands, as the characters that combine with the one before. */
    private static final Map<String, String> ACCENTS = Map.ofEntries(
            Map.entry("'", "\u0301"),
            Map.entry("`", "\u0300"),
            Map.entry("^", "\u0302"),
            Map.entry("\"", "\u0308"),
            Map.entry("~", "\u0303"),
            Map.entry("=", "\u0304"),
            Map.entry(".", "\u0307"),
            Map.entry("b", "\u0331"),
            Map.entry("c", "\u0327"),
            Map.entry("d", "\u0323"),
            Map.entry("H", "\u030B"),
            Map.entry("k", "\u0328"),
            Map.entry("r", "\u030A"),
            Map.entry("u", "\u0306"),
            Map.entry("v", "\u030C"));

    private TexText() {}

    private static Map<String, String> symbols(String table) {
        Map<String, String> symbols = new HashMap<>();
        table.lines().map(line -> line.split(" ")).forEach(words -> {
            for (String name : List.of(words).subList(1, words.length)) {
                symbols.put(name, words[0]);
            }
        });
        for (String name : List.of("nobreakspace", "enspace")) {
            symbols.put(name, "\u00A0");
        }
        for (String name : List.of(",", ":", ";", "thinspace")) {
            symbols.put(name, "\u2009");
        }
        for (String name : List.of("quad", "qquad")) {
            symbols.put(name, "\u2003");
        }
        return Map.copyOf(symbols);
    }

    /** The mark that begins with a character that has been read. */
    static String mark(char first, TexReader in) {
        return switch (first) {
            case '-' -> in.skip("--") ? "---" : in.skip("-") ? "--" : "-";
            case '"' -> in.skip("---") ? "\"---" : "\"";
            default -> in.skip(String.valueOf(first)) ? String.valueOf(first).repeat(2) : String.valueOf(first);
        };
    }

    /** How a mark is printed. */
    static String printed(String mark) {
        return MARKS.getOrDefault(mark, mark);
    }

    static boolean isAccent(String command) {
        return ACCENTS.containsKey(command);
    }

    /** A letter with an accent on it; of {@code \i} it is the letter that is dotted without. */
    static String accented(String accent, String argument) {
        String text = argument.replaceAll("[\\\\{}]", "");
        if (text.isEmpty()) {
            return "";
        }
        int first = text.offsetByCodePoints(0, 1);
        String letter = text.substring(0, first) + ACCENTS.getOrDefault(accent, "");
        return Normalizer.normalize(letter, Normalizer.Form.NFC) + text.substring(first);
    }
}
