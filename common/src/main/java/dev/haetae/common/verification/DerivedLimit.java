package dev.haetae.common.verification;

import dev.haetae.common.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** A time limit that the package does not state, taken from how the jury's solutions did. */
public sealed interface DerivedLimit {

    /** A judging is given up after 20 minutes, so that a longer limit could not be honoured. */
    long LONGEST_MILLIS = 1_200_000;

    /**
     * There is one.
     *
     * @param notes what whoever set the problem should know of it
     */
    record Known(long millis, List<String> notes) implements DerivedLimit {

        public Known {
            notes = List.copyOf(notes);
        }
    }

    /**
     * There is none, and nobody can be judged.
     *
     * @param reasons at least one
     */
    record Unknown(List<String> reasons) implements DerivedLimit {

        public Unknown {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * A solution that was measured.
     *
     * @param file its path in the package
     * @param timeMillis CPU time of its slowest test, divided by the factor that its language has in this problem
     */
    record Measured(String file, Outcome outcome, long timeMillis) {}

    /** From the solutions that have to be accepted, judged with a generous limit; those that are not are noted and left out. */
    static DerivedLimit of(Collection<Measured> accepted, TimeMargins margins) {
        if (accepted.isEmpty()) {
            return new Known(
                    TimeMargins.UNMEASURED_MILLIS,
                    List.of("no accepted solution can be judged here: the time limit is "
                            + TimeMargins.UNMEASURED_MILLIS + " ms"));
        }
        List<String> failures = accepted.stream()
                .filter(solution -> solution.outcome().verdict() != Verdict.ACCEPTED)
                .map(DerivedLimit::failure)
                .toList();
        if (failures.size() == accepted.size()) {
            return new Unknown(failures);
        }
        long slowest = accepted.stream()
                .filter(solution -> solution.outcome().verdict() == Verdict.ACCEPTED)
                .mapToLong(Measured::timeMillis)
                .max()
                .orElse(0);
        long limit = margins.limit(slowest);
        return limit > LONGEST_MILLIS
                ? new Unknown(List.of("a time limit of " + limit + " ms would be needed, and at most " + LONGEST_MILLIS
                        + " ms are possible"))
                : new Known(limit, failures);
    }

    private static String failure(Measured solution) {
        String detail = solution.outcome().detail();
        String where = solution.outcome().slowestTest() == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", %d ms on %s",
                        solution.outcome().maxTimeMillis(),
                        solution.outcome().slowestTest());
        return solution.file() + " is not accepted: " + solution.outcome().verdict() + where
                + (detail == null ? "" : ": " + detail);
    }

    /** The same once those solutions are known, too, that have to be too slow. */
    static DerivedLimit confirmed(Known limit, Collection<Measured> tooSlow, TimeMargins margins) {
        long least = margins.tooSlow(limit.millis());
        List<String> objections = tooSlow.stream()
                .filter(solution -> solution.outcome().verdict() != Verdict.TIME_LIMIT_EXCEEDED)
                .filter(solution -> solution.timeMillis() < least)
                .map(solution -> "%s is not slow enough for a time limit of %d ms: %s, %d ms instead of at least %d ms"
                        .formatted(
                                solution.file(),
                                limit.millis(),
                                solution.outcome().verdict(),
                                solution.timeMillis(),
                                least))
                .toList();
        if (margins.strict() && !objections.isEmpty()) {
            return new Unknown(objections);
        }
        List<String> notes = new ArrayList<>(limit.notes());
        notes.addAll(objections);
        return new Known(limit.millis(), notes);
    }
}
