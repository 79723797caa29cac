package dev.haetae.worker.judge;

import dev.haetae.common.StageTimes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down where a judging's time goes: each moment belongs to the stage that was entered last. For the judging's thread. */
public final class Timeline {

    private final List<Stretch> stretches = new ArrayList<>();
    private @Nullable Stage stage;
    private long enteredNanos;
    private int runs;
    private long overheadNanos;

    /** What a judging is doing. */
    public enum Stage {
        /** Test data are brought to this machine. */
        FETCH,
        /** The contestant's program, and the jury's, are compiled. */
        COMPILE,
        /** One test runs and is checked. */
        TEST
    }

    /** One stay in a stage. */
    private record Stretch(Stage stage, long nanos) {}

    /** The stage before it, if there was one, is over. */
    public void enter(Stage next) {
        leave();
        stage = next;
    }

    /** A program ran: how long the sandbox was asked for it, and how long the program itself took. */
    public void ran(Duration asked, Duration program) {
        runs++;
        overheadNanos += Math.max(0, asked.minus(program).toNanos());
    }

    /** The judging is over. */
    public StageTimes end() {
        leave();
        return new StageTimes(
                micros(Stage.FETCH), micros(Stage.COMPILE), micros(Stage.TEST), runs, overheadNanos / 1_000);
    }

    private void leave() {
        long now = System.nanoTime();
        if (stage != null) {
            stretches.add(new Stretch(stage, now - enteredNanos));
        }
        stage = null;
        enteredNanos = now;
    }

    private long micros(Stage wanted) {
        return stretches.stream()
                        .filter(stretch -> stretch.stage() == wanted)
                        .mapToLong(Stretch::nanos)
                        .sum()
                / 1_000;
    }
}
