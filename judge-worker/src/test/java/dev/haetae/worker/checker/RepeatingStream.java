package dev.haetae.worker.checker;

import java.io.InputStream;
import java.util.Arrays;

/** One byte over and over, so that a test can be larger than memory. */
final class RepeatingStream extends InputStream {

    private final byte content;
    private long left;

    RepeatingStream(byte content, long size) {
        this.content = content;
        this.left = size;
    }

    @Override
    public int read() {
        return left-- > 0 ? content & 0xFF : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (left <= 0) {
            return -1;
        }
        int read = (int) Math.min(left, length);
        Arrays.fill(buffer, offset, offset + read, content);
        left -= read;
        return read;
    }
}
