package dev.haetae.worker.checker;

import dev.haetae.common.Head;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Remembers the first bytes that pass through, and how many there were. */
final class HeadedInputStream extends FilterInputStream {

    private final ByteArrayOutputStream first = new ByteArrayOutputStream();
    private final int headBytes;
    private long size;

    HeadedInputStream(InputStream in, int headBytes) {
        super(in);
        this.headBytes = headBytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read > 0) {
            first.write(bytes, offset, Math.min(read, headBytes - first.size()));
            size += read;
        }
        return read;
    }

    Head head() {
        return Head.of(first.toByteArray(), size);
    }
}
