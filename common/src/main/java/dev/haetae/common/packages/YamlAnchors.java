package dev.haetae.common.packages;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The parts of a YAML document that have names, {@code &like: this}, and are repeated by them, {@code *like}. They are not copied, but whoever
 * reads the document walks through them each time: what is repeated is bounded, so that a small document cannot become a large one.
 */
final class YamlAnchors {

    private final int deepest;
    private final Map<String, Anchored> anchored = new HashMap<>();
    private long repeated;

    /** Of a document that may be nested so deep. */
    YamlAnchors(int deepest) {
        this.deepest = deepest;
    }

    /**
     * A part with a name.
     *
     * @param weight its values and the characters of its texts
     * @param height how many levels are below it
     */
    private record Anchored(YamlNode node, long weight, int height) {}

    /** Gives a part a name, which another had before or none. */
    void put(String name, YamlNode node) {
        anchored.put(name, new Anchored(node, weight(node), height(node)));
    }

    /** The part of a name, to stand on a level of the document. */
    YamlNode get(String name, int depth, int line) {
        Anchored found = anchored.get(name);
        if (found == null) {
            throw new RefusedYamlException("the alias *" + YamlKeys.shortened(name) + " is of nothing before it", line);
        }
        if (depth + found.height() > deepest) {
            throw new RefusedYamlException("the YAML is nested deeper than " + deepest + " levels", line);
        }
        repeated += found.weight();
        if (repeated > PackageBounds.TEXT_BYTES) {
            throw new RefusedYamlException(
                    "aliases repeat more than a file may have, " + PackageBounds.TEXT_BYTES + " characters", line);
        }
        return found.node();
    }

    private static long weight(YamlNode node) {
        return switch (node) {
            case YamlNode.Text text -> 1L + text.value().length();
            case YamlNode.Sequence(List<YamlNode> items, int _) -> 1 + weight(items);
            case YamlNode.Mapping(var values, int _) ->
                1
                        + weight(values.values())
                        + values.keySet().stream().mapToLong(String::length).sum();
        };
    }

    private static long weight(Collection<YamlNode> nodes) {
        return nodes.stream().mapToLong(YamlAnchors::weight).sum();
    }

    private static int height(YamlNode node) {
        return switch (node) {
            case YamlNode.Text _ -> 0;
            case YamlNode.Sequence(List<YamlNode> items, int _) -> 1 + height(items);
            case YamlNode.Mapping(var values, int _) -> 1 + height(values.values());
        };
    }

    private static int height(Collection<YamlNode> nodes) {
        return nodes.stream().mapToInt(YamlAnchors::height).max().orElse(-1);
    }
}
