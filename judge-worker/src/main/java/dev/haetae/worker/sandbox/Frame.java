package dev.haetae.worker.sandbox;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Builds a request frame: {@code u32 length, u16 type, fields}, little-endian, as the manual page of the runner says. */
final class Frame {

    private static final int FIELD_HEAD_BYTES = 6;
    private static final int FRAME_HEAD_BYTES = 6;
    private static final int LENGTH_BYTES = 4;

    private final ByteArrayOutputStream fields = new ByteArrayOutputStream();
    private final short type;

    private Frame(short type) {
        this.type = type;
    }

    static Frame of(Request request) {
        return new Frame(request.type());
    }

    Frame number(Tag tag, long value) {
        field(tag, Long.BYTES);
        return bare(littleEndian(Long.BYTES).putLong(value).array());
    }

    Frame flag(Tag tag, boolean value) {
        return number(tag, value ? 1 : 0);
    }

    Frame text(Tag tag, String value) {
        return bytes(tag, value.getBytes(StandardCharsets.UTF_8));
    }

    Frame bytes(Tag tag, byte[] value) {
        field(tag, value.length);
        return bare(value);
    }

    /** A field that consists of fields. */
    Frame within(Tag tag, Consumer<Frame> content) {
        Frame nested = new Frame(type);
        content.accept(nested);
        return bytes(tag, nested.fields.toByteArray());
    }

    ByteBuffer encode() {
        ByteBuffer frame = littleEndian(FRAME_HEAD_BYTES + fields.size());
        frame.putInt(frame.capacity() - LENGTH_BYTES).putShort(type).put(fields.toByteArray());
        return frame.flip();
    }

    private void field(Tag tag, int length) {
        bare(littleEndian(FIELD_HEAD_BYTES)
                .putShort(tag.number())
                .putInt(length)
                .array());
    }

    private Frame bare(byte[] bytes) {
        fields.writeBytes(bytes);
        return this;
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
