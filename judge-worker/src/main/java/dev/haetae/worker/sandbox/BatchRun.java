package dev.haetae.worker.sandbox;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A batch under way: its runs come in, one after the other, until the runner says that it is over. */
final class BatchRun {

    private final RunnerConnection connection;
    private final BatchReader reader;
    private boolean wanted = true;
    private @Nullable Exception failure;

    BatchRun(RunnerConnection connection, BatchReader reader) {
        this.connection = connection;
        this.reader = reader;
    }

    static Frame request(BatchSpec batch) {
        RunSpec program = batch.program();
        Frame frame =
                Frame.of(Request.BATCH).number(Tag.BOX, program.box().ordinal()).flag(Tag.STOP, batch.stopsAtFailure());
        RunFrames.putProgram(frame, program);
        batch.inputs().forEach(input -> frame.text(Tag.INPUT, input.toString()));
        return frame;
    }

    /** Returns the frame behind the last run, also when the reader fails, so that the next request finds the connection in order. */
    Answer readToEnd() {
        Answer end = readRun(0);
        for (int index = 1; end.kind() == Answer.Kind.REPORT; index++) {
            end = readRun(index);
        }
        if (failure != null) {
            throw new SandboxException("The reader of a batch failed", failure);
        }
        return end;
    }

    /** Returns the frame behind the run's output, or, when there is no such run, the batch's last. */
    private Answer readRun(int index) {
        StdoutStream stdout = new StdoutStream(connection::receive, connection::receiveSoon);
        Answer first = stdout.peek();
        if (!wanted || (first != null && first.kind() != Answer.Kind.REPORT)) {
            return stdout.finish();
        }
        try {
            reader.read(index, stdout);
            Answer end = stdout.finish();
            if (!reader.goesOn(index, RunFrames.report(end))) {
                stop();
            }
            return end;
        } catch (IOException | RuntimeException e) {
            failure = e;
            stop();
            return stdout.finish();
        }
    }

    /** The run that is on ends, and with it the batch. */
    private void stop() {
        wanted = false;
        connection.send(Frame.of(Request.CANCEL));
    }
}
