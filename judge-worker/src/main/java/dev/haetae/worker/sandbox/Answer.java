package dev.haetae.worker.sandbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A frame of the runner: its kind, and its fields by number. */
record Answer(Kind kind, Map<Short, ByteBuffer> fields) {

    /** What the runner may say. */
    enum Kind {
        READY,
        DONE,
        STDOUT,
        REPORT,
        FILE,
        REFUSED,
        FAULT,
        PAIRED
    }

    private static final int FIRST_TYPE = 16;

    /** Reads a frame without its length. The fields are views of {@code frame}. */
    static Answer parse(ByteBuffer frame) {
        int kind = frame.getShort() - FIRST_TYPE;
        if (kind < 0 || kind >= Kind.values().length) {
            throw new SandboxException("The runner answers with an unknown frame of type " + (kind + FIRST_TYPE));
        }
        return new Answer(Kind.values()[kind], parseFields(frame));
    }

    private static Map<Short, ByteBuffer> parseFields(ByteBuffer from) {
        Map<Short, ByteBuffer> fields = new HashMap<>();
        while (from.hasRemaining()) {
            short tag = from.getShort();
            int length = from.getInt();
            fields.put(tag, from.slice(from.position(), length).order(from.order()));
            from.position(from.position() + length);
        }
        return fields;
    }

    boolean has(Tag tag) {
        return fields.containsKey(tag.number());
    }

    long number(Tag tag) {
        return find(tag)
                .map(ByteBuffer::getLong)
                .orElseThrow(() -> new SandboxException("The runner's " + kind + " lacks " + tag));
    }

    Optional<byte[]> bytes(Tag tag) {
        return find(tag).map(Answer::copy);
    }

    String text(Tag tag) {
        return bytes(tag)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
    }

    /** The field's bytes without a copy: empty where it is absent. */
    ByteBuffer view(Tag tag) {
        return find(tag).orElseGet(() -> ByteBuffer.allocate(0));
    }

    /** The fields within a field. */
    Answer within(Tag tag) {
        return new Answer(kind, parseFields(view(tag)));
    }

    private Optional<ByteBuffer> find(Tag tag) {
        return Optional.ofNullable(fields.get(tag.number()))
                .map(field -> field.duplicate().order(field.order()));
    }

    private static byte[] copy(ByteBuffer field) {
        byte[] bytes = new byte[field.remaining()];
        field.get(bytes);
        return bytes;
    }
}
