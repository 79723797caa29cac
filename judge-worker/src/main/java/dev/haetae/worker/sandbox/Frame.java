package dev.haetae.worker.sandbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Builds a request frame: {@code u32 length, u16 type, fields}, little-endian, as the manual page of the runner says. */
final class Frame {

    private static final int FIRST_ROOM_BYTES = 512;
    private static final int FIELD_HEAD_BYTES = 6;

    private ByteBuffer bytes = littleEndian(FIRST_ROOM_BYTES);

    private Frame(short type) {
        bytes.putInt(0).putShort(type); // encode() knows the length
    }

    static Frame of(Request request) {
        return new Frame(request.type());
    }

    Frame number(Tag tag, long value) {
        field(tag, Long.BYTES).putLong(value);
        return this;
    }

    Frame flag(Tag tag, boolean value) {
        return number(tag, value ? 1 : 0);
    }

    Frame text(Tag tag, String value) {
        return bytes(tag, value.getBytes(StandardCharsets.UTF_8));
    }

    Frame bytes(Tag tag, byte[] value) {
        field(tag, value.length).put(value);
        return this;
    }

    /** A field that consists of fields. */
    Frame within(Tag tag, Consumer<Frame> content) {
        int start = field(tag, 0).position();
        content.accept(this);
        putLength(start);
        return this;
    }

    /** To be called once, when all fields are there. */
    ByteBuffer encode() {
        putLength(Integer.BYTES);
        return bytes.flip();
    }

    /** Says in front of {@code start} how many bytes there are from there on. */
    private void putLength(int start) {
        bytes.putInt(start - Integer.BYTES, bytes.position() - start);
    }

    /** Begins a field; returns where its content goes. */
    private ByteBuffer field(Tag tag, int length) {
        if (bytes.remaining() < FIELD_HEAD_BYTES + length) {
            bytes = littleEndian(2 * bytes.capacity() + FIELD_HEAD_BYTES + length)
                    .put(bytes.flip());
        }
        return bytes.putShort(tag.number()).putInt(length);
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
