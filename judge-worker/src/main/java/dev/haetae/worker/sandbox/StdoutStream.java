package dev.haetae.worker.sandbox;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A program's standard output as its frames come in; the frame that is none of it ends the stream and is kept. */
final class StdoutStream extends InputStream {

    private final Supplier<Answer> answers;
    private ByteBuffer chunk = ByteBuffer.allocate(0);
    private @Nullable Answer last;

    StdoutStream(Supplier<Answer> answers) {
        this.answers = answers;
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
        return awaitBytes() ? null : last;
    }

    /** Passes over what is left and returns the frame behind it. */
    Answer finish() {
        Answer end = last;
        while (end == null) {
            end = receive();
        }
        return end;
    }

    private boolean awaitBytes() {
        while (!chunk.hasRemaining()) {
            if (last != null || receive() != null) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Answer receive() {
        Answer answer = answers.get();
        if (answer.kind() == Answer.Kind.STDOUT) {
            chunk = answer.view(Tag.BYTES);
            return null;
        }
        last = answer;
        return answer;
    }
}
