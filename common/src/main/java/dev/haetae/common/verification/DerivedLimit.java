package dev.haetae.common.verification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

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
     * @param mustBeAccepted whether it is a right solution, and not one that only must not be slow
     * @param assessment in the time of a language without a factor
     */
    record Measured(String file, boolean mustBeAccepted, Outcome outcome, Assessment assessment) {

        /** Whether it did what it has to do, in a time that can be doubled and more. */
        boolean isUsable() {
            Long lower = assessment.lowerMillis();
            return lower != null && lower < TimeMargins.GENEROUS_MILLIS;
        }

        long tooSlowMillis() {
            Long upper = assessment.upperMillis();
            return upper == null ? 0 : upper;
        }
    }

    /**
     * From the solutions that bound it from below, judged with a generous limit. Those that do not do what they have to are noted and left out;
     * of those that have to be accepted one has to be.
     */
    static DerivedLimit of(Collection<Measured> solutions, TimeMargins margins) {
        if (solutions.isEmpty()) {
            return new Known(
                    TimeMargins.UNMEASURED_MILLIS,
                    List.of("no accepted solution can be judged here: the time limit is "
                            + TimeMargins.UNMEASURED_MILLIS + " ms"));
        }
        List<Measured> usable = solutions.stream().filter(Measured::isUsable).toList();
        List<String> failures = solutions.stream()
                .filter(solution -> !solution.isUsable())
                .map(DerivedLimit::failure)
                .toList();
        boolean oneHasToBeAccepted = solutions.stream().anyMatch(Measured::mustBeAccepted);
        if (usable.isEmpty() || (oneHasToBeAccepted && usable.stream().noneMatch(Measured::mustBeAccepted))) {
            return new Unknown(failures);
        }
        long slowest = usable.stream()
                .map(solution -> solution.assessment().lowerMillis())
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
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
        return solution.file()
                + (solution.mustBeAccepted() ? " is not accepted: " : " is not as expected: ")
                + solution.outcome().verdict()
                + where
                + (detail == null ? "" : ": " + detail);
    }

    /** The same once those solutions are known, too, that have to be too slow. */
    static DerivedLimit confirmed(Known limit, Collection<Measured> tooSlow, TimeMargins margins) {
        long least = margins.tooSlow(limit.millis());
        List<String> objections = tooSlow.stream()
                .filter(solution -> solution.tooSlowMillis() < least)
                .map(solution -> "%s is not slow enough for a time limit of %d ms: %s, %d ms instead of at least %d ms"
                        .formatted(
                                solution.file(),
                                limit.millis(),
                                solution.outcome().verdict(),
                                solution.tooSlowMillis(),
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
