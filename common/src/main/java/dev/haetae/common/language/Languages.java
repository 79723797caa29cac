package dev.haetae.common.language;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A set of languages, in the order of {@code languages.yaml}. */
public final class Languages {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Map<String, Language> byId;

    private Languages(Collection<Language> languages) {
        byId = new LinkedHashMap<>();
        for (Language language : languages) {
            if (byId.put(language.id(), language) != null) {
                throw new IllegalArgumentException("languages.yaml: the id " + language.id() + " stands there twice");
            }
        }
    }

    /** All languages of the table that comes with the program. */
    public static Languages all() {
        try (InputStream yaml = Languages.class.getResourceAsStream("/languages.yaml")) {
            if (yaml == null) {
                throw new IllegalStateException("languages.yaml is not on the class path");
            }
            return read(yaml);
        } catch (IOException e) {
            throw new IllegalStateException("languages.yaml cannot be read", e);
        }
    }

    /**
     * Reads a table.
     *
     * @throws IllegalArgumentException naming the entry and the key, when one is unknown, missing, twice there or wrong
     */
    public static Languages read(InputStream yaml) {
        try {
            return new Languages(List.of(YAML.readValue(yaml, Language[].class)));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("languages.yaml: " + e.getMessage(), e);
        }
    }

    /** Those that are offered without being asked for. */
    public Languages byDefault() {
        return new Languages(byId.values().stream().filter(Language::byDefault).toList());
    }

    /**
     * Those with the given ids, or those {@link #byDefault()} where none is given.
     *
     * @throws IllegalArgumentException naming an id that is unknown
     */
    public Languages configured(List<String> ids) {
        if (ids.isEmpty()) {
            return byDefault();
        }
        return new Languages(ids.stream().distinct().map(this::require).toList());
    }

    public Optional<Language> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All of the set. */
    public List<Language> list() {
        return List.copyOf(byId.values());
    }

    private Language require(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException(
                "There is no language " + id + ": there are " + String.join(", ", byId.keySet())));
    }
}
