package dev.haetae.worker.sandbox;

import java.io.Closeable;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** Frames to and from one runner, on a connection for each direction. Sending is safe from any thread; answers are read by one. */
final class RunnerConnection implements Closeable {

    private static final int LENGTH_BYTES = 4;
    private static final int MOST_FRAME_BYTES = 34 << 20;
    private static final int FIRST_ROOM_BYTES = 64 << 10;
    private static final long MOST_AWAKE_NANOS = 100_000; // a report takes a quarter of that

    private final SocketChannel requests;
    private final SocketChannel answers;
    private ByteBuffer received = ByteBuffer.allocate(FIRST_ROOM_BYTES).limit(0);

    private RunnerConnection(SocketChannel requests, SocketChannel answers) {
        this.requests = requests;
        this.answers = answers;
    }

    static RunnerConnection to(Path socket) throws IOException {
        SocketChannel requests = connect(socket);
        try {
            return new RunnerConnection(requests, connect(socket));
        } catch (IOException e) {
            requests.close();
            throw e;
        }
    }

    private static SocketChannel connect(Path socket) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    synchronized void send(Frame frame) {
        ByteBuffer bytes = frame.encode();
        try {
            while (bytes.hasRemaining()) {
                requests.write(bytes);
            }
        } catch (IOException e) {
            throw new SandboxException("The runner takes no requests any more: " + e.getMessage(), e);
        }
    }

    /** Waits for the next frame, which is good until the next call. A FAULT is thrown. */
    Answer receive() {
        Answer answer = Answer.parse(receiveFrame());
        if (answer.kind() == Answer.Kind.FAULT) {
            throw new SandboxException("The runner failed: " + answer.text(Tag.MESSAGE));
        }
        return answer;
    }

    /** As {@link #receive}, for a frame that comes in a moment: to wake up for it would take longer than to stay awake. */
    Answer receiveSoon() {
        if (!received.hasRemaining()) {
            try {
                awaitAwake();
            } catch (IOException e) {
                throw lost(e);
            }
        }
        return receive();
    }

    private ByteBuffer receiveFrame() {
        try {
            int length = take(LENGTH_BYTES).getInt();
            if (length < Short.BYTES || length > MOST_FRAME_BYTES) {
                throw new SandboxException("The runner sends a frame of " + length + " bytes");
            }
            return take(length);
        } catch (IOException e) {
            throw lost(e);
        }
    }

    private static SandboxException lost(IOException cause) {
        return new SandboxException("The runner does not answer any more: " + cause.getMessage(), cause);
    }

    @Override
    public void close() throws IOException {
        try (answers) {
            requests.close();
        }
    }

    private ByteBuffer take(int bytes) throws IOException {
        if (received.remaining() < bytes) {
            fill(bytes);
        }
        ByteBuffer taken = received.slice(received.position(), bytes).order(ByteOrder.LITTLE_ENDIAN);
        received.position(received.position() + bytes);
        return taken;
    }

    /** As much as comes at once, so that most frames take one system call. */
    private void fill(int atLeast) throws IOException {
        ByteBuffer room = received.capacity() < atLeast
                ? ByteBuffer.allocate(Math.max(atLeast, 2 * received.capacity()))
                        .put(received)
                : received.compact();
        while (room.position() < atLeast) {
            if (answers.read(room) < 0) {
                throw new IOException("it has ended");
            }
        }
        received = room.flip();
    }

    private void awaitAwake() throws IOException {
        received.clear();
        answers.configureBlocking(false);
        long end = System.nanoTime() + MOST_AWAKE_NANOS;
        while (answers.read(received) == 0 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        answers.configureBlocking(true);
        received.flip();
    }
}
