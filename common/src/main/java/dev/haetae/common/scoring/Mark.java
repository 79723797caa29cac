package dev.haetae.common.scoring;

import dev.haetae.common.Verdict;

/**
 * How a test went.
 *
 * @param points by the {@link Worth} that came with it
 */
public record Mark(Verdict verdict, Points points) {

    boolean isAccepted() {
        return verdict == Verdict.ACCEPTED;
    }
}
