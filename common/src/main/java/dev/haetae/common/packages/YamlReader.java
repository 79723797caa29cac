package dev.haetae.common.packages;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a YAML file into nodes that know their lines. Built from parse events: a document has as many nodes as events, beside what
 * {@link YamlAnchors} repeat, so that nothing small can grow large; and values stay texts, so that no tag makes an object. A key
 * {@code <<} stands, as many tools have it, for the keys of a map, or of several, that are not given themselves.
 */
final class YamlReader {

    private static final int DEEPEST = 20;
    static final String MERGE = "<<";
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

    private final Iterator<Event> events;
    private final YamlAnchors anchors = new YamlAnchors(DEEPEST);

    private YamlReader(String text) {
        LoadSettings settings = LoadSettings.builder().build();
        this.events = new Parse(settings).parseString(text).iterator();
    }

    /** The map that the file is, empty when the file is; null when it is refused. */
    static YamlNode.@Nullable Mapping read(PackageFile file, Findings findings) throws IOException {
        String text = Texts.strict(file, findings);
        if (text == null) {
            return null;
        }
        try {
            YamlNode document = new YamlReader(text).document();
            if (document instanceof YamlNode.Mapping map) {
                return map;
            }
            findings.refuse(file.path(), document.line(), "the file is " + document.kind() + ", not a map of keys");
        } catch (RefusedYamlException e) {
            findings.refuse(file.path(), e.line(), e.reason());
        } catch (MarkedYamlEngineException e) {
            findings.refuse(file.path(), line(e.getProblemMark().orElse(null)), "not valid YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            findings.refuse(file.path(), "not valid YAML: " + e.getMessage());
        }
        return null;
    }

    private YamlNode document() {
        while (events.hasNext()) {
            Event event = events.next();
            switch (event.getEventId()) {
                case StreamStart, DocumentStart, Comment -> {}
                case StreamEnd, DocumentEnd -> {
                    return new YamlNode.Mapping(new LinkedHashMap<>(), 1);
                }
                default -> {
                    return onlyDocument(node(event, 0));
                }
            }
        }
        return new YamlNode.Mapping(new LinkedHashMap<>(), 1);
    }

    private YamlNode onlyDocument(YamlNode document) {
        while (events.hasNext()) {
            Event event = events.next();
            if (event.getEventId() == Event.ID.DocumentStart) {
                throw new RefusedYamlException("the file has a second YAML document", line(event));
            }
        }
        return document;
    }

    private YamlNode node(Event event, int depth) {
        if (depth > DEEPEST) {
            throw new RefusedYamlException("the YAML is nested deeper than " + DEEPEST + " levels", line(event));
        }
        if (event instanceof AliasEvent alias) {
            return anchors.get(alias.getAlias().getValue(), depth, line(event));
        }
        YamlNode node = switch (event) {
            case ScalarEvent scalar -> text(scalar);
            case SequenceStartEvent _ -> sequence(event, depth);
            case MappingStartEvent _ -> mapping(event, depth);
            default -> throw new IllegalStateException("unexpected YAML event " + event);
        };
        if (event instanceof NodeEvent named) {
            named.getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), node));
        }
        return node;
    }

    private static YamlNode.Text text(ScalarEvent scalar) {
        boolean isNull = scalar.isPlain() && NULLS.contains(scalar.getValue());
        return new YamlNode.Text(scalar.getValue(), isNull, line(scalar));
    }

    private YamlNode.Sequence sequence(Event start, int depth) {
        List<YamlNode> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node(event, depth + 1));
        }
        return new YamlNode.Sequence(items, line(start));
    }

    private YamlNode.Mapping mapping(Event start, int depth) {
        LinkedHashMap<String, YamlNode> values = new LinkedHashMap<>();
        Map<String, YamlNode> merged = new LinkedHashMap<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            if (!(node(event, depth + 1) instanceof YamlNode.Text key)) {
                throw new RefusedYamlException("a key has to be a text", line(event));
            }
            Map<String, YamlNode> place = isMerge(event) ? merged : values;
            if (place.put(key.value(), node(events.next(), depth + 1)) != null) {
                throw new RefusedYamlException("the key " + key.value() + " is given twice", key.line());
            }
        }
        merged.values().forEach(node -> merge(node, values));
        return new YamlNode.Mapping(values, line(start));
    }

    private static boolean isMerge(Event event) {
        return event instanceof ScalarEvent key
                && key.isPlain()
                && key.getValue().equals(MERGE);
    }

    private static void merge(YamlNode node, Map<String, YamlNode> values) {
        for (YamlNode each : node instanceof YamlNode.Sequence list ? list.items() : List.of(node)) {
            if (!(each instanceof YamlNode.Mapping map)) {
                throw new RefusedYamlException(MERGE + " has to be a map or a list of maps", node.line());
            }
            map.values().forEach(values::putIfAbsent);
        }
    }

    private static int line(Event event) {
        Integer line = line(event.getStartMark().orElse(null));
        return line == null ? 1 : line;
    }

    private static @Nullable Integer line(@Nullable Mark mark) {
        return mark == null ? null : mark.getLine() + 1;
    }
}
