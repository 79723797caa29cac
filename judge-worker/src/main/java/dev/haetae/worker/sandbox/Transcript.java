package dev.haetae.worker.sandbox;

import java.util.List;

/**
 * What two programs said to each other.
 *
 * @param said in the order in which it was heard; two neighbours differ in who speaks
 * @param cut whether this is only the beginning
 */
public record Transcript(List<Said> said, boolean cut) {

    public Transcript {
        said = List.copyOf(said);
    }

    /** Bytes of one program until the other's turn; the array is the caller's. */
    public record Said(BoxName speaker, byte[] bytes) {}
}
