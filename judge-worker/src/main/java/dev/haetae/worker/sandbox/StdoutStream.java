package dev.haetae.worker.sandbox;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A program's standard output as its frames come in. One without bytes ends it, so that its reader need not wait for the frame behind it, which is
 * kept.
 */
final class StdoutStream extends InputStream {

    private final Supplier<Answer> next;
    private final Supplier<Answer> soon;
    private ByteBuffer chunk = ByteBuffer.allocate(0);
    private boolean ended;
    private @Nullable Answer last;

    /** Takes how to wait for a frame, and how for the one that follows the end of the output at once. */
    StdoutStream(Supplier<Answer> next, Supplier<Answer> soon) {
        this.next = next;
        this.soon = soon;
    }

    @Override
    public int read() {
        return awaitBytes() ? chunk.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (!awaitBytes()) {
            return -1;
        }
        int taken = Math.min(length, chunk.remaining());
        chunk.get(target, offset, taken);
        return taken;
    }

    @Override
    public int available() {
        return chunk.remaining();
    }

    /** Waits for output or the frame behind it, and returns the latter when there is no output before it. */
    @Nullable
    Answer peek() {
        return awaitBytes() ? null : finish();
    }

    /** Passes over what is left and returns the frame behind it. */
    Answer finish() {
        Answer end = last;
        while (end == null) {
            receive();
            end = last;
        }
        return end;
    }

    private boolean awaitBytes() {
        while (!ended && !chunk.hasRemaining()) {
            receive();
        }
        return chunk.hasRemaining();
    }

    private void receive() {
        Answer answer = ended ? soon.get() : next.get();
        if (answer.kind() == Answer.Kind.STDOUT) {
            chunk = answer.view(Tag.BYTES);
            ended = !chunk.hasRemaining();
        } else {
            last = answer;
            ended = true;
        }
    }
}
