package dev.haetae.deploy;

import java.util.Locale;

/** Where each stack is drawn: in columns from the left and rows from the top. The network is the frame around what runs in it. */
enum Place {
    NETWORK(-1, -1, "#5b6b7b"),
    EDGE(1, 0, "#7a4fb5"),
    DELIVERY(2, 0, "#6b7280"),
    OPERATIONS(0, 1, "#b5527a"),
    SERVICE(1, 1, "#c2661a"),
    WORKER(2, 1, "#b03a2e"),
    DATA(1, 2, "#2a6fb0"),
    MESSAGING(2, 2, "#23855b");

    final int column;
    final int row;
    final String colour;

    Place(int column, int row, String colour) {
        this.column = column;
        this.row = row;
        this.colour = colour;
    }

    /** A new stack has to get its place before it can be drawn. */
    static Place of(StackParts stack) {
        return valueOf(stack.name().replaceFirst("^Haetae", "").toUpperCase(Locale.ROOT));
    }

    boolean isInTheNetwork() {
        return column > 0 && row > 0;
    }
}
