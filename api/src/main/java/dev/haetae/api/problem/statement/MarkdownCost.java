package dev.haetae.api.problem.statement;

/**
 * What it takes to parse a text in Markdown, beyond its length. In a paragraph the parser looks from each mark of emphasis for those before
 * it, and from each footnote for the brackets before it; and it gives each row of a table as many cells as the first has. So a text that
 * nobody means to be read can take minutes and all memory.
 */
final class MarkdownCost {

    /** About a second. */
    private static final long MOST_PAIRS = 200_000_000;

    /** How many times longer it looks for a bracket. */
    private static final int BRACKET = 20;

    private static final long MOST_CELLS = 200_000;

    private long pairs;
    private long cells;
    private long marks;
    private long brackets;
    private long notes;
    private long lines;
    private long mostBars;

    private MarkdownCost() {}

    static boolean isTooHigh(String source) {
        MarkdownCost cost = new MarkdownCost();
        source.lines().forEach(cost::add);
        cost.endBlock();
        return cost.pairs > MOST_PAIRS || cost.cells > MOST_CELLS;
    }

    private void add(String line) {
        if (line.isBlank()) {
            endBlock();
            return;
        }
        long bars = 1;
        char before = ' ';
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            marks += (c == '*' || c == '_') && c != before ? 1 : 0;
            bars += c == '|' ? 1 : 0;
            brackets += c == '[' ? 1 : 0;
            notes += c == '^' && before == '[' ? 1 : 0;
            before = c;
        }
        lines++;
        mostBars = Math.max(mostBars, bars);
    }

    private void endBlock() {
        pairs += marks * marks + BRACKET * brackets * notes;
        cells += mostBars > 1 ? mostBars * lines : 0;
        marks = 0;
        brackets = 0;
        notes = 0;
        lines = 0;
        mostBars = 0;
    }
}
