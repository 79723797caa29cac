package dev.haetae.worker.slot;

import dev.haetae.worker.sandbox.RunnerCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks the runner to prove its limits, unless it has proven every one of them before. */
record KnownLimits(Supplier<RunnerCheck> check, Proofs proofs) implements Supplier<RunnerCheck> {

    private static final String LIMITS = "limits";

    @Override
    public RunnerCheck get() {
        Optional<List<String>> known = proofs.find(LIMITS).filter(lines -> !lines.isEmpty());
        return known.isPresent() ? read(known.get()) : prove();
    }

    private RunnerCheck prove() {
        RunnerCheck proof = check.get();
        if (proof.unproven().isEmpty()) {
            List<String> lines = new ArrayList<>(List.of(proof.backend()));
            lines.addAll(proof.proven());
            proofs.keep(LIMITS, lines);
        }
        return proof;
    }

    private static RunnerCheck read(List<String> lines) {
        return new RunnerCheck(lines.getFirst(), lines.subList(1, lines.size()), Map.of());
    }
}
