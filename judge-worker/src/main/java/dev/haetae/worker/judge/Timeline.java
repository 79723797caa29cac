package dev.haetae.worker.judge;

import dev.haetae.common.StageTimes;
import dev.haetae.worker.sandbox.BoxName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down where a judging's time goes: each moment belongs to the stage that was entered last. For the judging's thread. */
public final class Timeline {

    private final List<Stretch> stretches = new ArrayList<>();
    private final Instant begun = Instant.now();
    private final long begunNanos = System.nanoTime();
    private @Nullable Stretch current;
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

    /**
     * One stay in a stage.
     *
     * @param test which one, or null where none has a name
     * @param runs of programs meanwhile, in order
     */
    public record Stretch(Stage stage, @Nullable String test, Instant from, Instant to, List<Ran> runs) {

        private Stretch endingAt(Instant end) {
            return new Stretch(stage, test, from, end, List.copyOf(runs));
        }
    }

    /**
     * A program's run.
     *
     * @param jurys whether it was one of the jury's; a conversation is the contestant's
     */
    public record Ran(boolean jurys, Instant from, Instant to) {}

    /** The stage before it, if there was one, is over. */
    public void enter(Stage next) {
        enter(next, null);
    }

    /** Likewise, for a test that has a name. */
    void enter(Stage next, @Nullable String test) {
        leave();
        Instant now = now();
        current = new Stretch(next, test, now, now, new ArrayList<>());
    }

    /** A program ran until now: how long the sandbox was asked for it, and how long the program itself took. */
    public void ran(BoxName box, Duration asked, Duration program) {
        runs++;
        overheadNanos += Math.max(0, asked.minus(program).toNanos());
        if (current != null) {
            Instant now = now();
            current.runs().add(new Ran(box == BoxName.JURY, now.minus(asked), now));
        }
    }

    /** The judging is over. */
    public StageTimes end() {
        leave();
        return new StageTimes(
                micros(Stage.FETCH), micros(Stage.COMPILE), micros(Stage.TEST), runs, overheadNanos / 1_000);
    }

    /** What is over, in order. */
    public List<Stretch> stretches() {
        return List.copyOf(stretches);
    }

    private void leave() {
        if (current != null) {
            stretches.add(current.endingAt(now()));
        }
        current = null;
    }

    /** By a clock that never jumps. */
    private Instant now() {
        return begun.plusNanos(System.nanoTime() - begunNanos);
    }

    private long micros(Stage wanted) {
        return stretches.stream()
                        .filter(stretch -> stretch.stage() == wanted)
                        .mapToLong(stretch ->
                                Duration.between(stretch.from(), stretch.to()).toNanos())
                        .sum()
                / 1_000;
    }
}
