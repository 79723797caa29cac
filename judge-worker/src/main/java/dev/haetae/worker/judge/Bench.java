package dev.haetae.worker.judge;

import dev.haetae.common.JudgeProgress.Step;
import dev.haetae.worker.sandbox.Sandbox;
import java.util.function.Consumer;

/**
 * Where and under which bounds a judging takes place.
 *
 * @param sandbox one slot, the judging's alone
 * @param leash when it has to end
 * @param progress hears of its steps, in order; throws nothing
 * @param timeline where its time is written down
 */
public record Bench(Sandbox sandbox, Leash leash, Consumer<Step> progress, Timeline timeline) {

    /** A bench of which nobody asks where the time went. */
    public Bench(Sandbox sandbox, Leash leash, Consumer<Step> progress) {
        this(sandbox, leash, progress, new Timeline());
    }

    /** A bench on these terms, which writes down what the sandbox's runs cost. */
    public static Bench of(Sandbox sandbox, Terms terms) {
        Timeline timeline = terms.timeline();
        return new Bench(new TimedSandbox(sandbox, timeline), terms.leash(), terms.progress(), timeline);
    }
}
