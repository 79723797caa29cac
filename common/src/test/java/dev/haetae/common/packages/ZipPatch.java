package dev.haetae.common.packages;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Makes an archive lie: changes fields of its central directory in place. */
final class ZipPatch {

    private static final int SIGNATURE = 0x02014b50;
    private static final int FIXED = 46;
    private static final int MADE_BY = 4;
    private static final int ATTRIBUTES = 38;
    private static final int MADE_BY_UNIX = 3 << 8;
    private static final int LINK_MODE = 0xA1FF;

    private final Path zip;
    private final byte[] bytes;
    private final ByteBuffer buffer;

    private ZipPatch(Path zip, byte[] bytes) {
        this.zip = zip;
        this.bytes = bytes;
        this.buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static ZipPatch of(Path zip) throws IOException {
        return new ZipPatch(zip, Files.readAllBytes(zip));
    }

    ZipPatch set16(String name, int field, int value) {
        buffer.putShort(entry(name) + field, (short) value);
        return this;
    }

    ZipPatch set32(String name, int field, int value) {
        buffer.putInt(entry(name) + field, value);
        return this;
    }

    /** Makes a symbolic link of an entry, whose content is the target then. */
    ZipPatch link(String name) {
        return set16(name, MADE_BY, MADE_BY_UNIX).set32(name, ATTRIBUTES, LINK_MODE << 16);
    }

    /** Gives an entry another name of the same length, wherever the old one stands. */
    ZipPatch rename(String from, String to) {
        byte[] old = from.getBytes(StandardCharsets.UTF_8);
        byte[] name = to.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at + old.length <= bytes.length; at++) {
            if (stands(old, at)) {
                System.arraycopy(name, 0, bytes, at, name.length);
            }
        }
        return this;
    }

    Path write() throws IOException {
        return Files.write(zip, bytes);
    }

    private int entry(String name) {
        byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at + FIXED + wanted.length <= bytes.length; at++) {
            if (buffer.getInt(at) == SIGNATURE && stands(wanted, at + FIXED)) {
                return at;
            }
        }
        throw new IllegalArgumentException("the archive has no entry " + name);
    }

    private boolean stands(byte[] text, int at) {
        return Arrays.equals(bytes, at, at + text.length, text, 0, text.length);
    }
}
