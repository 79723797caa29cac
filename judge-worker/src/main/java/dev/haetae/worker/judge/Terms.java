package dev.haetae.worker.judge;

import dev.haetae.common.JudgeProgress.Step;
import java.util.function.Consumer;

/**
 * What whoever wants a judging has to say about it.
 *
 * @param leash when it has to end
 * @param progress hears of its steps, in order; throws nothing
 * @param timeline where its time is written down
 */
public record Terms(Leash leash, Consumer<Step> progress, Timeline timeline) {

    /** Terms of somebody who does not ask where the time went. */
    public Terms(Leash leash, Consumer<Step> progress) {
        this(leash, progress, new Timeline());
    }
}
