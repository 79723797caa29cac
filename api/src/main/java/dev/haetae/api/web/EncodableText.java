package dev.haetae.api.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads strings that UTF-8 can say. Half of a surrogate pair, which JSON can spell as an escape, is none: it would be stored as a
 * question mark.
 */
final class EncodableText extends StdScalarDeserializer<String> {

    EncodableText() {
        super(String.class);
    }

    @Override
    public LogicalType logicalType() {
        return LogicalType.Textual;
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
        String text = StringDeserializer.instance.deserialize(parser, context);
        if (text != null && holdsHalfOfAPair(text)) {
            return (String) context.handleWeirdStringValue(String.class, "…", "half of a surrogate pair is no text");
        }
        return text;
    }

    private static boolean holdsHalfOfAPair(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isSurrogate(text.charAt(i))) {
                continue;
            }
            if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                return true;
            }
            i++;
        }
        return false;
    }
}
