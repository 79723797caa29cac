package dev.haetae.api.problem.statement;

import dev.haetae.api.problem.statement.HtmlFlow.Holds;
import java.util.regex.Pattern;

/** Writes a table of TeX; a row or a cell is begun by what stands in it, so that the end of the last row begins none. */
final class TexTable {

    private static final Pattern REPEATED = Pattern.compile("\\*\\{([1-9][0-9]?)}\\{([^{}]*)}");
    /** Of the columns' description, which may say that some are repeated. */
    private static final int MOST_CHARS = 1_000;

    private static final Pattern NO_COLUMN = Pattern.compile("\\{[^{}]*}|[^lcrpmbX]");

    private final HtmlFlow out;
    private final String columns;
    private final int depth;
    private int column;
    private int span = 1;

    /** @param columns as TeX describes them, such as {@code |l|c|p{3cm}|} */
    TexTable(HtmlFlow out, String columns) {
        this.out = out;
        String each = REPEATED.matcher(columns.substring(0, Math.min(columns.length(), MOST_CHARS)))
                .replaceAll(times -> letters(times.group(2)).repeat(Integer.parseInt(times.group(1))));
        this.columns = letters(each);
        this.depth = out.depth();
        out.open("table", "", Holds.BLOCKS, this::openCell);
    }

    /** Makes the next cell as wide as these columns. */
    void span(String columns) {
        boolean isCellOpen = out.depth() > depth + 2;
        span = !isCellOpen && columns.matches("[1-9][0-9]?") ? Integer.parseInt(columns) : 1;
    }

    void nextCell() {
        if (out.depth() <= depth + 2) {
            openCell();
        }
        out.closeTo(depth + 2);
    }

    void nextRow() {
        out.closeTo(depth + 1);
        column = 0;
    }

    private void openCell() {
        if (out.depth() == depth + 1) {
            out.openDirectly("tr", "", Holds.BLOCKS, this::openCell);
        }
        out.openDirectly("td", attributes(), Holds.TEXT, () -> {});
        column += span;
        span = 1;
    }

    private String attributes() {
        String align = switch (column < columns.length() ? columns.charAt(column) : 'l') {
            case 'c' -> " align=\"center\"";
            case 'r' -> " align=\"right\"";
            default -> "";
        };
        return align + (span > 1 ? " colspan=\"" + span + "\"" : "");
    }

    private static String letters(String columns) {
        return NO_COLUMN.matcher(columns).replaceAll("");
    }
}
