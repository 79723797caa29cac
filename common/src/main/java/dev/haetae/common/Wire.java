package dev.haetae.common;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of messages and manifests. Fields that a reader does not know are passed over, so that a minor version may add
 * some; what a reader needs and does not find is an error, and it needs all that cannot be null.
 */
public final class Wire {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .annotationIntrospector(new NullableMayBeMissing())
            .build();

    private Wire() {}

    /** The UTF-8 JSON of a message. */
    public static byte[] write(Object message) {
        return MAPPER.writeValueAsBytes(message);
    }

    /**
     * Reads a message.
     *
     * @throws MalformedMessageException when the bytes are not one
     */
    public static <T> T read(byte[] json, Class<T> type) {
        try {
            T message = MAPPER.readValue(json, type);
            if (message == null) {
                throw new MalformedMessageException("not a " + type.getSimpleName() + ": null", null);
            }
            return message;
        } catch (JacksonException e) {
            throw new MalformedMessageException("not a " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }
}
