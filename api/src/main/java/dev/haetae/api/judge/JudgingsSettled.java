package dev.haetae.api.judge;

import java.util.List;
import java.util.UUID;

/**
 * Judgings have ended and the end is committed; every node hears of it, or may not.
 *
 * @param submissions whose
 */
public record JudgingsSettled(List<UUID> submissions) {

    public JudgingsSettled {
        submissions = List.copyOf(submissions);
    }
}
