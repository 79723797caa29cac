package dev.haetae.deploy;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A drawing of an installation as SVG, made from its templates: the resources of each stack by type, and who takes what from whom. What
 * takes from the network is drawn inside it.
 */
final class Diagram {

    private static final int MARGIN = 28;
    private static final int BETWEEN_COLUMNS = 96;
    private static final int BETWEEN_ROWS = 92;
    private static final int FRAME = 36;

    private final StackParts network;
    private final Map<Place, Box> boxes = new EnumMap<>(Place.class);
    private final List<Arrow> arrows = new ArrayList<>();

    private Diagram(Map<Place, StackParts> stacks) {
        network = stacks.get(Place.NETWORK);
        stacks.forEach((place, stack) -> {
            if (place != Place.NETWORK) {
                boxes.put(place, box(place, stacks));
            }
        });
        boxes.values().forEach(this::connect);
    }

    /** Draws all stacks of an installation, each of which has to have its {@link Place}. */
    static String of(List<StackParts> stacks) {
        return new Diagram(new TreeMap<>(stacks.stream().collect(toMap(Place::of, identity())))).svg();
    }

    private static Box box(Place place, Map<Place, StackParts> stacks) {
        int x = MARGIN + place.column * (Box.WIDTH + BETWEEN_COLUMNS);
        int above = IntStream.range(0, place.row)
                .map(row -> rowHeight(row, stacks) + BETWEEN_ROWS)
                .sum();
        StackParts stack = stacks.get(place);
        return new Box(stack, place, x, MARGIN + above, Box.heightOf(stack));
    }

    private static int rowHeight(int row, Map<Place, StackParts> stacks) {
        return stacks.entrySet().stream()
                .filter(stack -> stack.getKey().row == row)
                .mapToInt(stack -> Box.heightOf(stack.getValue()))
                .max()
                .orElse(0);
    }

    private void connect(Box from) {
        if (from.stack().imports().containsKey(network.name()) && !from.place().isInTheNetwork()) {
            throw new IllegalStateException(from.stack().name() + " takes from the network and is drawn outside it");
        }
        for (Box to : boxes.values()) {
            Long values = from.stack().imports().get(to.stack().name());
            if (values != null) {
                arrows.add(new Arrow(from, to, values.toString(), false));
            } else if (to != from && from.stack().names(to.stack())) {
                arrows.add(new Arrow(from, to, "name", true));
            }
        }
    }

    private String svg() {
        int width = boxes.values().stream().mapToInt(Box::x).max().orElseThrow() + Box.WIDTH + FRAME + MARGIN;
        int frameEnd = frameBottom();
        StringBuilder svg = new StringBuilder(HEADER.formatted(width, frameEnd + 64, width, frameEnd + 64));
        svg.append(frame(frameEnd));
        arrows.forEach(arrow -> svg.append(arrow.svg(point(arrow, arrow.from()), point(arrow, arrow.to()))));
        boxes.values().forEach(box -> svg.append(box.svg()));
        arrows.forEach(arrow -> svg.append(arrow.labelSvg(point(arrow, arrow.from()), point(arrow, arrow.to()))));
        return svg.append(LEGEND.formatted(MARGIN, frameEnd + 30, MARGIN, frameEnd + 50))
                .toString();
    }

    private Arrow.Point point(Arrow arrow, Box at) {
        Arrow.End end = arrow.end(at);
        List<Arrow> side = arrows.stream()
                .filter(other -> other.from() == at || other.to() == at)
                .filter(other -> other.end(at).side() == end.side())
                .sorted(Comparator.comparingInt(other -> other.end(at).order()))
                .toList();
        return end.point(side.indexOf(arrow), side.size());
    }

    private Stream<Box> inside() {
        return boxes.values().stream().filter(box -> box.place().isInTheNetwork());
    }

    private int strip() {
        return (Box.lines(network).size() + 2) / 3;
    }

    private int frameBottom() {
        return inside().mapToInt(box -> box.y() + box.height()).max().orElseThrow() + FRAME + strip() * Box.LINE + 14;
    }

    /** The network, with what it holds at its foot. */
    private String frame(int bottom) {
        int x = inside().mapToInt(Box::x).min().orElseThrow() - FRAME;
        int y = inside().mapToInt(Box::y).min().orElseThrow() - FRAME;
        int width = inside().mapToInt(Box::x).max().orElseThrow() + Box.WIDTH + FRAME - x;
        StringBuilder svg = new StringBuilder(
                """
                <rect class="frame" x="%d" y="%d" width="%d" height="%d" rx="14"/>
                <text class="network" x="%d" y="%d">%s</text>
                """.formatted(x, y, width, bottom - y, x + FRAME, bottom - 20 - strip() * Box.LINE, network.name()));
        List<String> lines = Box.lines(network);
        for (int i = 0; i < lines.size(); i++) {
            int column = x + FRAME + i / strip() * (width - FRAME) / 3;
            int line = bottom - 14 - (strip() - 1 - i % strip()) * Box.LINE;
            svg.append("<text x=\"%d\" y=\"%d\">%s</text>\n".formatted(column, line, lines.get(i)));
        }
        return svg.toString();
    }

    private static final String HEADER = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-label="The stacks of an installation on AWS">
            <style>
            text{font:12.5px system-ui,sans-serif;fill:#26323d}
            .title{font-weight:600;font-size:14px;fill:#fff}
            .network{font-weight:600;font-size:14px;fill:#5b6b7b}
            .box{fill:#fff;stroke:#9aa7b3}
            .frame{fill:#eef3f7;stroke:#5b6b7b;stroke-dasharray:7 5}
            .way,.name{fill:none;stroke:#44525f;stroke-width:1.5}
            .name{stroke-dasharray:5 4}
            rect.label{fill:#fff;stroke:#44525f}
            text.label{text-anchor:middle;font-size:11.5px}
            </style>
            <defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto">
            <path d="M0 0L10 5L0 10Z" fill="#44525f"/></marker></defs>
            <rect width="%d" height="%d" fill="#fff"/>
            """;
    private static final String LEGEND = """
            <text x="%d" y="%d">An arrow goes to the stack that gives so many values; what lies inside the network takes from it, too.</text>
            <text x="%d" y="%d">Dashed: it only knows a name that the other makes.</text>
            </svg>
            """;
}
