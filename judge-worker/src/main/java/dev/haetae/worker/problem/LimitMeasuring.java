package dev.haetae.worker.problem;

import dev.haetae.common.packages.ProblemPackage;
import dev.haetae.common.packages.TimeLimitSource;
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
                measured(crew, solution -> solution.expectation().isAccepted(), TimeMargins.GENEROUS_MILLIS);
        return switch (DerivedLimit.of(accepted, problem.margins())) {
            case DerivedLimit.Unknown unknown -> unknown;
            case Known known -> {
                List<Measured> tooSlow = measured(
                        crew,
                        solution -> solution.expectation().isTooSlow(),
                        problem.margins().tooSlow(known.millis()));
                yield DerivedLimit.confirmed(known, tooSlow, problem.margins());
            }
        };
    }

    private List<Measured> measured(Crew crew, Predicate<Solution> wanted, long limitMillis)
            throws IOException, InterruptedException {
        List<Measured> measured = new ArrayList<>();
        for (Row row : verification.run(crew, new Order(wanted, limitMillis, 1), (_, _, _) -> {})) {
            Outcome outcome = row.outcome();
            if (outcome != null) {
                measured.add(new Measured(row.solution().name(), outcome, outcome.maxTimeMillis()));
            }
        }
        return measured;
    }
}
