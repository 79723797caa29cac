package dev.haetae.worker.slot;

import dev.haetae.worker.judge.Judge;
import dev.haetae.worker.judge.OfferedLanguages;
import java.util.List;

/**
 * The slots of a worker that has proven all that it has to.
 *
 * @param sandbox what enforces the limits, and what was not proven
 */
public record Crew(List<Slot> slots, Judge judge, OfferedLanguages languages, String sandbox) implements AutoCloseable {

    public Crew {
        slots = List.copyOf(slots);
    }

    @Override
    public void close() {
        slots.forEach(Slot::close);
    }
}
