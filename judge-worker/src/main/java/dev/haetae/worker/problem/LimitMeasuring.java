package dev.haetae.worker.problem;

import dev.haetae.common.packages.ProblemPackage;
import dev.haetae.common.packages.TimeLimitSource;
import dev.haetae.common.verification.Assessment;
import dev.haetae.common.verification.DerivedLimit;
import dev.haetae.common.verification.DerivedLimit.Known;
import dev.haetae.common.verification.DerivedLimit.Measured;
import dev.haetae.common.verification.Outcome;
import dev.haetae.common.verification.TimeMargins;
import dev.haetae.worker.problem.PackageVerification.Order;
import dev.haetae.worker.problem.PackageVerification.Row;
import dev.haetae.worker.slot.Crew;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Finds the time limit of a package: the one that it states, or else the one that its solutions show. */
final class LimitMeasuring {

    private final ProblemPackage problem;
    private final PackageVerification verification;

    LimitMeasuring(ProblemPackage problem, PackageVerification verification) {
        this.problem = problem;
        this.verification = verification;
    }

    DerivedLimit limit(Crew crew) throws IOException, InterruptedException {
        if (problem.timeLimitSource() != TimeLimitSource.DERIVED
                || problem.jurySubmissions().isEmpty()) {
            return new Known(problem.limits().timeMillis(), List.of());
        }
        List<Measured> accepted =
                measured(crew, solution -> solution.expectation().boundsFromBelow(), TimeMargins.GENEROUS_MILLIS);
        return switch (DerivedLimit.of(accepted, problem.margins())) {
            case DerivedLimit.Unknown unknown -> unknown;
            case Known known -> {
                List<Measured> tooSlow = measured(
                        crew,
                        solution -> solution.expectation().boundsFromAbove(),
                        problem.margins().tooSlow(known.millis()));
                yield DerivedLimit.confirmed(known, tooSlow, problem.margins());
            }
        };
    }

    private List<Measured> measured(Crew crew, Predicate<Solution> wanted, long limitMillis)
            throws IOException, InterruptedException {
        List<Measured> measured = new ArrayList<>();
        for (Row row : verification.run(crew, new Order(wanted, limitMillis, 1), (_, _, _) -> {})) {
            Solution solution = row.solution();
            Outcome outcome = row.outcome();
            Assessment assessment = row.assessment();
            if (outcome != null && assessment != null) {
                measured.add(
                        new Measured(solution.name(), solution.expectation().isAccepted(), outcome, assessment));
            }
        }
        return measured;
    }
}
