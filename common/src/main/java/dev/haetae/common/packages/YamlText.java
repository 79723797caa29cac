package dev.haetae.common.packages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** The metadata of a package as keys, for changing them. What is read here has been accepted by {@link PackageReader} before. */
public final class YamlText {

    private static final DumpSettings SETTINGS = DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setWidth(Integer.MAX_VALUE)
            .build();

    /** How much they repeat has been bounded before. */
    private static final LoadSettings ANY_ALIASES = LoadSettings.builder()
            .setMaxAliasesForCollections(Integer.MAX_VALUE)
            .build();

    private YamlText() {}

    /** The keys of a text, in its order; none of a text that is no map. */
    public static Map<String, Object> read(String text) {
        return keys(new Load(ANY_ALIASES).loadFromString(text));
    }

    /** A copy of a value that is a map, with the keys that it is merged with; empty for any other. */
    public static Map<String, Object> keys(@Nullable Object value) {
        Map<String, Object> keys = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> keys.put(String.valueOf(key), inner));
        }
        Object merged = keys.remove(YamlReader.MERGE);
        if (merged != null) {
            List<?> each = merged instanceof List<?> list ? list : List.of(merged);
            each.forEach(one -> keys(one).forEach(keys::putIfAbsent));
        }
        return keys;
    }

    /** The text of some keys, one a line. */
    public static String write(Map<String, Object> keys) {
        return new Dump(SETTINGS).dumpToString(keys);
    }
}
