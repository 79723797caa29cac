package dev.haetae.deploy;

/** From a stack to one of which it takes something. Sideways where one is beside the network or both are in a row, else up or down. */
record Arrow(Box from, Box to, String label, boolean byName) {

    boolean isSideways() {
        return from.place().row == to.place().row || from.place().column == 0 || to.place().column == 0;
    }

    /** The side of a box at which it begins or ends: its two ends are told apart by where the other box is. */
    End end(Box at) {
        Box other = at == from ? to : from;
        if (isSideways()) {
            return new End(at, at.x() < other.x() ? Side.RIGHT : Side.LEFT, other.y());
        }
        return new End(at, at.y() < other.y() ? Side.BOTTOM : Side.TOP, other.x());
    }

    /** Where a box is left or entered, and by what the ends on one side are put in order. */
    record End(Box box, Side side, int order) {

        /** The point that is the {@code index}th of {@code count} on its side. */
        Point point(int index, int count) {
            int along = index + 1;
            return switch (side) {
                case TOP -> new Point(box.x() + Box.WIDTH * along / (count + 1), box.y());
                case BOTTOM -> new Point(box.x() + Box.WIDTH * along / (count + 1), box.y() + box.height());
                case LEFT -> new Point(box.x(), box.y() + box.height() * along / (count + 1));
                case RIGHT -> new Point(box.x() + Box.WIDTH, box.y() + box.height() * along / (count + 1));
            };
        }
    }

    /** Of a box. */
    enum Side {
        TOP,
        BOTTOM,
        LEFT,
        RIGHT
    }

    /** In the drawing. */
    record Point(int x, int y) {}

    String svg(Point begin, Point end) {
        int x = (begin.x() + end.x()) / 2;
        int y = (begin.y() + end.y()) / 2;
        String bend = isSideways()
                ? "%d %d %d %d".formatted(x, begin.y(), x, end.y())
                : "%d %d %d %d".formatted(begin.x(), y, end.x(), y);
        return """
                <path class="%s" d="M%d %dC%s %d %d" marker-end="url(#tip)"/>
                """.formatted(byName ? "name" : "way", begin.x(), begin.y(), bend, end.x(), end.y());
    }

    /** The label, a third of the way along: there, ways that cross are still apart. */
    String labelSvg(Point begin, Point end) {
        double t = 0.28;
        int x = (int) Math.round(mix(begin.x(), end.x(), isSideways(), t));
        int y = (int) Math.round(mix(begin.y(), end.y(), !isSideways(), t));
        int width = 12 + 7 * label.length();
        return """
                <rect class="label" x="%d" y="%d" width="%d" height="18" rx="9"/>
                <text class="label" x="%d" y="%d">%s</text>
                """.formatted(x - width / 2, y - 9, width, x, y + 4, label);
    }

    /** A coordinate on the curve, whose bends are half-way in the direction in which it sets out and at its ends in the other. */
    private static double mix(int begin, int end, boolean setsOut, double t) {
        double middle = (begin + end) / 2.0;
        double first = setsOut ? middle : begin;
        double second = setsOut ? middle : end;
        double s = 1 - t;
        return s * s * s * begin + 3 * s * s * t * first + 3 * s * t * t * second + t * t * t * end;
    }
}
