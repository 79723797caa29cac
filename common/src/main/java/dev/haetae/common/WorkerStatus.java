package dev.haetae.common;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A worker's heartbeat to every API node: who it is, what it can do, and which judgings it holds, whose leases it renews.
 *
 * @param worker its name, unique in the fleet
 * @param host the machine it runs on
 * @param version of its program
 * @param state whether it takes work
 * @param fault why it is faulty, empty unless it is
 * @param sandbox what enforces the limits
 * @param slots how many submissions it judges at a time
 * @param holding the judgings it has begun and not yet reported
 * @param languages what it offers
 * @param cache how its cache of test data does; null from a worker that does not say
 */
public record WorkerStatus(
        String worker,
        String host,
        String version,
        State state,
        String fault,
        String sandbox,
        int slots,
        List<Held> holding,
        List<Language> languages,
        @Nullable Cache cache) {

    public WorkerStatus {
        holding = List.copyOf(holding);
        languages = List.copyOf(languages);
    }

    /** Whether a worker takes work. */
    public enum State {
        /** It consumes. */
        READY,
        /** It finishes what it has and takes nothing new. */
        DRAINING,
        /** It proved less than it has to, and consumes nothing. */
        FAULTY
    }

    /** A judging under way: its lease is renewed by being named here. */
    public record Held(UUID submissionId, int attempt) {}

    /**
     * A cache of test data since its worker started.
     *
     * @param hits times a judging asked for a blob that was on disk and verified
     * @param misses times it had to be fetched, or verified for the first time since the start
     */
    public record Cache(long hits, long misses) {}

    /**
     * A language that passed its self-test.
     *
     * @param id of {@code languages.yaml}
     * @param version the compiler's or interpreter's own first line
     */
    public record Language(String id, String version) {}
}
