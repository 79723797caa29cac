package dev.haetae.api.problem.statement;

/**
 * What it takes to parse a text in Markdown, beyond its length. In a paragraph the parser looks from each mark of emphasis for those before
 * it, from each footnote for the brackets before it, and goes over all that stands in a pair of brackets once for each pair around it; and it
 * gives each row of a table as many cells as the first has. So a text that nobody means to be read can take minutes and all memory.
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
    private long chars;
    private long brackets;
    private long closed;
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
            closed += c == ']' ? 1 : 0;
            notes += c == '^' && before == '[' ? 1 : 0;
            before = c;
        }
        chars += line.length();
        lines++;
        mostBars = Math.max(mostBars, bars);
    }

    private void endBlock() {
        pairs += marks * marks + BRACKET * brackets * notes + Math.min(brackets, closed) * chars;
        cells += mostBars > 1 ? mostBars * lines : 0;
        marks = 0;
        chars = 0;
        brackets = 0;
        closed = 0;
        notes = 0;
        lines = 0;
        mostBars = 0;
    }
}
