package dev.haetae.common.packages;

import java.util.LinkedHashMap;
import java.util.List;

/** A part of a YAML document that knows its line. */
sealed interface YamlNode {

    /** Line on which it begins, from 1. */
    int line();

    /** What it is, for messages. */
    default String kind() {
        return switch (this) {
            case Text _ -> "a text";
            case Sequence _ -> "a list";
            case Mapping _ -> "a map";
        };
    }

    /**
     * A scalar.
     *
     * @param value its text, without quotes
     * @param isNull whether it stands for nothing
     */
    record Text(String value, boolean isNull, int line) implements YamlNode {}

    /** A list. */
    record Sequence(List<YamlNode> items, int line) implements YamlNode {}

    /** Values by key, in the document's order. */
    record Mapping(LinkedHashMap<String, YamlNode> values, int line) implements YamlNode {}
}
