package dev.haetae.api.verification;

import static java.util.Objects.requireNonNull;

import dev.haetae.api.judge.JudgeQueue;
import dev.haetae.api.judge.Urgency;
import dev.haetae.api.problem.DerivedLimits;
import dev.haetae.api.problem.JurySolution;
import dev.haetae.api.problem.JurySolutions;
import dev.haetae.api.problem.JurySolutions.Verifiable;
import dev.haetae.api.problem.TimeLimitWanted;
import dev.haetae.api.verification.VerificationStore.Row;
import dev.haetae.api.verification.VerificationStore.Verification;
import dev.haetae.common.verification.Assessment;
import dev.haetae.common.verification.DerivedLimit;
import dev.haetae.common.verification.DerivedLimit.Known;
import dev.haetae.common.verification.DerivedLimit.Measured;
import dev.haetae.common.verification.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Measures the time limits that packages do not state: first the solutions that bound them from below, with a generous limit; then those that
 * have to be too slow, only for as long as shows that they are. A derivation is a verification whose later rows have no limit until
 * the earlier ones have ended.
 */
@Component
class Derivations {

    private final VerificationStore store;
    private final JurySolutions solutions;
    private final DerivedLimits limits;
    private final JudgeQueue queue;

    Derivations(VerificationStore store, JurySolutions solutions, DerivedLimits limits, JudgeQueue queue) {
        this.store = store;
        this.solutions = solutions;
        this.limits = limits;
        this.queue = queue;
    }

    @EventListener
    void on(TimeLimitWanted wanted) {
        Verifiable verifiable = wanted.verifiable();
        List<Row> rows = new ArrayList<>();
        for (JurySolution solution : verifiable.solutions()) {
            Row row = SolutionJudging.row(solution, verifiable.problem());
            if (row.expectation().boundsFromBelow()) {
                rows.add(row);
                begin(row, solution, verifiable);
            }
            if (row.expectation().boundsFromAbove() && !row.ended()) {
                rows.add(SolutionJudging.row(solution, verifiable.problem()).withTimeLimit(null));
            }
        }
        store.insert(Verification.derivation(wanted, Instant.EPOCH), rows);
        advance(wanted.id());
    }

    private void begin(Row row, JurySolution solution, Verifiable verifiable) {
        if (!row.ended()) {
            queue.enqueue(SolutionJudging.request(row, solution, verifiable.problem(), 1), Urgency.BULK);
        }
    }

    /** Goes on with a derivation of which rows have ended, when those that are judged all have. */
    void advance(UUID id) {
        Verification verification = store.lock(id);
        List<Row> rows = store.rows(id);
        if (rows.stream().anyMatch(row -> row.timeLimit() != null && !row.ended())) {
            return;
        }
        List<Measured> bounding = measured(fromBelow(rows), verification.timeLimit());
        switch (DerivedLimit.of(bounding, verification.margins())) {
            case DerivedLimit.Unknown unknown -> end(verification, rows, unknown);
            case Known known -> confirm(verification, rows, known);
        }
    }

    private void confirm(Verification verification, List<Row> rows, Known known) {
        long tooSlow = verification.margins().tooSlow(known.millis());
        List<Row> unmeasured = rows.stream().filter(row -> !row.ended()).toList();
        boolean measurable = rows.stream().anyMatch(row -> row.outcome() != null);
        if (unmeasured.isEmpty() || !measurable) {
            List<Measured> slow = measured(fromAbove(rows), tooSlow);
            end(verification, rows, DerivedLimit.confirmed(known, slow, verification.margins()));
            return;
        }
        Verifiable verifiable = solutions.of(verification.problemId(), verification.problemVersion(), tooSlow);
        for (Row row : unmeasured) {
            JurySolution solution = verifiable.solutions().stream()
                    .filter(each -> each.path().equals(row.file()))
                    .findFirst()
                    .orElseThrow();
            Row limited = row.withTimeLimit(
                    requireNonNull(verifiable.problem().limits().get(requireNonNull(row.language())))
                            .timeMillis());
            store.limit(limited);
            begin(limited, solution, verifiable);
        }
    }

    private void end(Verification verification, List<Row> rows, DerivedLimit limit) {
        rows.stream()
                .filter(row -> !row.ended())
                .forEach(row -> store.skip(row.id(), "It was not judged, as there is no limit that it could pass."));
        limits.end(verification.id(), limit);
    }

    /** A solution that bounds the limit from both sides has two rows, of which this is the first. */
    private static Collection<Row> fromBelow(List<Row> rows) {
        Map<String, Row> first = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> row.expectation().boundsFromBelow())
                .forEach(row -> first.putIfAbsent(row.file(), row));
        return first.values();
    }

    private static Collection<Row> fromAbove(List<Row> rows) {
        Map<String, Row> last = new LinkedHashMap<>();
        rows.stream().filter(row -> row.expectation().boundsFromAbove()).forEach(row -> last.put(row.file(), row));
        return last.values();
    }

    /** Those that were judged, in the time of a language without a factor, of which the limit is {@code baseMillis}. */
    private static List<Measured> measured(Collection<Row> rows, long baseMillis) {
        List<Measured> measured = new ArrayList<>();
        for (Row row : rows) {
            Outcome outcome = row.outcome();
            Assessment assessment = row.assessment();
            Long limit = row.timeLimit();
            if (outcome != null && assessment != null && limit != null) {
                boolean accepted = row.expectation().isAccepted();
                measured.add(new Measured(row.file(), accepted, outcome, assessment.scaled(baseMillis, limit)));
            }
        }
        return measured;
    }
}
