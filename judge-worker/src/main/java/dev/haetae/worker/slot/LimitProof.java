package dev.haetae.worker.slot;

import dev.haetae.worker.sandbox.RunnerCheck;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides whether what the runner proved is enough: every limit, or all but those that an operator does without. */
record LimitProof(RunnerCheck check) {

    private static final Logger LOG = LoggerFactory.getLogger(LimitProof.class);

    /**
     * Returns what enforces the limits, for every judgement to say, and which are not proven.
     *
     * @throws WorkerFaultException naming each limit that is neither proven nor accepted, with its mend, and each accepted one that does not exist
     */
    String accepting(Set<String> limits) {
        requireExisting(limits);
        Set<String> refused = new TreeSet<>(check.unproven().keySet());
        refused.removeAll(limits);
        if (!refused.isEmpty()) {
            throw new WorkerFaultException("The sandbox cannot prove its limits: " + explained(refused), null);
        }
        if (check.unproven().isEmpty()) {
            return backend();
        }
        Set<String> accepted = new TreeSet<>(check.unproven().keySet());
        LOG.warn(
                "Judging with limits that are not proven, as haetae.worker.accept-unproven says: {}",
                explained(accepted));
        return backend() + ", unproven: " + String.join(", ", accepted);
    }

    private void requireExisting(Set<String> limits) {
        Set<String> unknown = new TreeSet<>(limits);
        unknown.removeAll(check.proven());
        unknown.removeAll(check.unproven().keySet());
        if (!unknown.isEmpty()) {
            throw new WorkerFaultException(
                    "haetae.worker.accept-unproven names no limit of the sandbox: " + String.join(", ", unknown), null);
        }
    }

    private String explained(Collection<String> limits) {
        return limits.stream()
                .map(limit -> limit + ": " + check.unproven().get(limit))
                .collect(Collectors.joining("; "));
    }

    private String backend() {
        return check.backend().equals("none") ? "no cgroup" : "cgroup " + check.backend();
    }
}
