package dev.haetae.worker.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A slot of the native runner. After a {@link SandboxException} that is not a refusal it is of no use but to be closed. */
final class RunnerSandbox implements Sandbox {

    private final RunnerProcess process;
    private final RunnerConnection connection;
    private final Object cancelling = new Object();
    private boolean running;

    private RunnerSandbox(RunnerProcess process, RunnerConnection connection) {
        this.process = process;
        this.connection = connection;
    }

    static RunnerSandbox connect(RunnerProcess process, Duration patience) throws IOException {
        try {
            process.awaitSocket(Instant.now().plus(patience));
            RunnerSandbox sandbox = new RunnerSandbox(process, RunnerConnection.to(process.socket()));
            sandbox.expect(Answer.Kind.READY);
            return sandbox;
        } catch (IOException | SandboxException e) {
            process.process().destroyForcibly();
            process.awaitEnd();
            throw e;
        }
    }

    @Override
    public void open(BoxSpec box) {
        Frame request = Frame.of(Request.OPEN)
                .number(Tag.BOX, box.name().ordinal())
                .flag(Tag.WRITABLE, box.writableWork())
                .flag(Tag.KEEP, box.keepsWork())
                .number(Tag.DISK, box.diskBytes())
                .number(Tag.INODES, box.inodes());
        box.readOnlyMounts().forEach(mount -> request.text(Tag.MOUNT, mount.toString()));
        connection.send(request);
        expect(Answer.Kind.DONE);
        box.files().forEach(file -> put(box.name(), file));
    }

    private void put(BoxName box, BoxFile file) {
        Frame request = Frame.of(Request.PUT)
                .number(Tag.BOX, box.ordinal())
                .text(Tag.NAME, file.name())
                .flag(Tag.EXECUTABLE, file.executable());
        switch (file.content()) {
            case BoxFile.Content.Bytes(byte[] bytes) -> request.bytes(Tag.BYTES, bytes);
            case BoxFile.Content.HostFile(Path path) -> request.text(Tag.PATH, path.toString());
            case BoxFile.Content.Directory() -> {} // what the runner makes of a name alone
        }
        connection.send(request);
        expect(Answer.Kind.DONE);
    }

    @Override
    public RunReport run(RunSpec run, OutputReader output) {
        start(RunFrames.request(run));
        try {
            return RunFrames.report(accept(Answer.Kind.REPORT, readToEnd(output)));
        } finally {
            end();
        }
    }

    @Override
    public void runBatch(BatchSpec batch, BatchReader reader) {
        start(BatchRun.request(batch));
        try {
            accept(Answer.Kind.DONE, new BatchRun(connection, reader).readToEnd());
        } finally {
            end();
        }
    }

    @Override
    public PairReport runPair(PairSpec pair) {
        start(PairFrames.request(pair));
        try {
            return PairFrames.report(expect(Answer.Kind.PAIRED));
        } finally {
            end();
        }
    }

    /** Returns the frame behind the output, also when the reader fails, so that the next request finds the connection in order. */
    private Answer readToEnd(OutputReader output) {
        StdoutStream stdout = new StdoutStream(connection::receive, connection::receiveSoon);
        try {
            output.read(stdout);
        } catch (IOException | RuntimeException e) {
            stdout.finish();
            throw new SandboxException("The reader of a program's output failed", e);
        }
        return stdout.finish();
    }

    @Override
    public Optional<byte[]> fetch(BoxName box, String name, int maxBytes) {
        connection.send(Frame.of(Request.FETCH)
                .number(Tag.BOX, box.ordinal())
                .text(Tag.NAME, name)
                .number(Tag.MOST, maxBytes));
        return expect(Answer.Kind.FILE).bytes(Tag.BYTES);
    }

    @Override
    public void cancel() {
        synchronized (cancelling) {
            if (running) {
                connection.send(Frame.of(Request.CANCEL));
            }
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException e) {
            throw new SandboxException("The connection to the runner cannot be closed", e);
        }
        process.awaitEnd();
    }

    /** Between these two, and only then, a CANCEL is for this run: the runner ignores one that comes after its report. */
    private void start(Frame request) {
        synchronized (cancelling) {
            connection.send(request);
            running = true;
        }
    }

    private void end() {
        synchronized (cancelling) {
            running = false;
        }
    }

    private Answer expect(Answer.Kind kind) {
        return accept(kind, connection.receive());
    }

    private static Answer accept(Answer.Kind kind, Answer answer) {
        if (answer.kind() == Answer.Kind.REFUSED) {
            throw new SandboxException("The runner refuses: " + answer.text(Tag.MESSAGE));
        }
        if (answer.kind() != kind) {
            throw new SandboxException("The runner answers " + answer.kind() + " instead of " + kind);
        }
        return answer;
    }
}
