package dev.haetae.deploy;

import java.util.ArrayList;
import java.util.List;

/** A stack in the drawing: where it is, and what stands in it. Lengths are SVG's pixels. */
record Box(StackParts stack, Place place, int x, int y, int height) {

    static final int WIDTH = 286;
    static final int LINE = 18;
    private static final int HEAD = 32;
    private static final int FOOT = 10;

    static int heightOf(StackParts stack) {
        return HEAD + LINE * lines(stack).size() + FOOT;
    }

    int centre() {
        return x + WIDTH / 2;
    }

    String svg() {
        StringBuilder svg =
                new StringBuilder("""
                <g transform="translate(%d %d)">
                <rect class="box" width="%d" height="%d" rx="8"/>
                <path class="head" fill="%s" d="M0 26V8a8 8 0 0 1 8-8H%da8 8 0 0 1 8 8V26Z"/>
                <text class="title" x="12" y="18">%s</text>
                """.formatted(x, y, WIDTH, height, place.colour, WIDTH - 8, stack.name()));
        int line = HEAD + LINE - 5;
        for (String text : lines(stack)) {
            svg.append("<text x=\"12\" y=\"%d\">%s</text>\n".formatted(line, text));
            line += LINE;
        }
        return svg.append("</g>\n").toString();
    }

    /** What a stack holds, and last how much of it is not told. */
    static List<String> lines(StackParts stack) {
        List<String> lines = new ArrayList<>();
        stack.parts().forEach((type, count) -> lines.add(count == 1 ? type : count + " × " + type));
        lines.add("and " + stack.joints() + " more: rights, routes, rules");
        return lines;
    }
}
