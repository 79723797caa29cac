package dev.haetae.worker.sandbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/**
 * A frame of the runner.
 *
 * @param fields one after the other, as they came; read at their places
 */
record Answer(Kind kind, ByteBuffer fields) {

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
    private static final int FIELD_HEAD_BYTES = Short.BYTES + Integer.BYTES;
    private static final Kind[] KINDS = Kind.values();

    /** Reads a frame without its length. The fields are a view of {@code frame}. */
    static Answer parse(ByteBuffer frame) {
        int kind = frame.getShort() - FIRST_TYPE;
        if (kind < 0 || kind >= KINDS.length) {
            throw new SandboxException("The runner answers with an unknown frame of type " + (kind + FIRST_TYPE));
        }
        return new Answer(KINDS[kind], frame.slice().order(frame.order()));
    }

    boolean has(Tag tag) {
        return find(tag).isPresent();
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
        return new Answer(kind, view(tag));
    }

    private Optional<ByteBuffer> find(Tag tag) {
        int next;
        for (int at = 0; at < fields.limit(); at = next) {
            int content = at + FIELD_HEAD_BYTES;
            int length = fields.getInt(content - Integer.BYTES);
            next = Objects.checkFromIndexSize(content, length, fields.limit()) + length;
            if (fields.getShort(at) == tag.number()) {
                return Optional.of(fields.slice(content, length).order(fields.order()));
            }
        }
        return Optional.empty();
    }

    private static byte[] copy(ByteBuffer field) {
        byte[] bytes = new byte[field.remaining()];
        field.get(bytes);
        return bytes;
    }
}
