package dev.haetae.common.packages;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An element of an XML document that knows its line.
 *
 * @param attributes values by name
 * @param children the elements directly in it
 * @param text what stands in it beside them, without white space around
 * @param line on which it begins, from 1
 */
record XmlElement(String name, Map<String, String> attributes, List<XmlElement> children, String text, int line) {

    XmlElement {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    @Nullable
    String attribute(String attribute) {
        return attributes.get(attribute);
    }

    /** The value of an attribute, empty where it is missing. */
    String value(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    /** The elements that a path of names leads to, in the document's order. */
    List<XmlElement> all(String... path) {
        List<XmlElement> found = List.of(this);
        for (String step : path) {
            found = found.stream()
                    .flatMap(element -> element.children().stream())
                    .filter(child -> child.name().equals(step))
                    .toList();
        }
        return found;
    }

    /** The first of {@link #all}, or null. */
    @Nullable
    XmlElement first(String... path) {
        return all(path).stream().findFirst().orElse(null);
    }
}
