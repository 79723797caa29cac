package dev.haetae.api.verification;

import static java.util.Objects.requireNonNull;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.haetae.api.account.CurrentUser;
import dev.haetae.api.judge.JudgeQueue;
import dev.haetae.api.judge.JudgingsReported;
import dev.haetae.api.judge.Urgency;
import dev.haetae.api.problem.JudgeableProblem;
import dev.haetae.api.problem.JurySolution;
import dev.haetae.api.problem.JurySolutions;
import dev.haetae.api.problem.JurySolutions.Verifiable;
import dev.haetae.api.verification.VerificationStore.Awaited;
import dev.haetae.api.verification.VerificationStore.Row;
import dev.haetae.api.verification.VerificationStore.Verification;
import dev.haetae.api.web.RefusedException;
import dev.haetae.common.JudgeReport;
import dev.haetae.common.JudgeResult;
import dev.haetae.common.verification.Assessment;
import dev.haetae.common.verification.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins verifications, and hears how their judgings end. */
@Service
class Verifications {

    private final JurySolutions solutions;
    private final VerificationStore store;
    private final Derivations derivations;
    private final JudgeQueue queue;

    Verifications(JurySolutions solutions, VerificationStore store, Derivations derivations, JudgeQueue queue) {
        this.solutions = solutions;
        this.store = store;
        this.derivations = derivations;
        this.queue = queue;
    }

    /**
     * Has every solution of a problem's current version judged, unless that is under way already.
     *
     * @return the verification's id
     * @throws RefusedException when the problem is not the user's to verify, or has no tests or no solutions
     */
    @Transactional
    public UUID begin(String slug, CurrentUser user) {
        Verifiable verifiable = solutions.of(slug, user);
        JudgeableProblem problem = verifiable.problem();
        if (verifiable.solutions().isEmpty()) {
            throw RefusedException.conflict("The problem '" + slug + "' has no jury solutions.");
        }
        store.lockProblem(problem.id());
        return store.underWay(problem.id(), problem.version()).orElseGet(() -> begin(verifiable, user));
    }

    private UUID begin(Verifiable verifiable, CurrentUser user) {
        JudgeableProblem problem = verifiable.problem();
        UUID id = UuidCreator.getTimeOrderedEpoch();
        List<Row> rows = new ArrayList<>();
        for (JurySolution solution : verifiable.solutions()) {
            Row row = SolutionJudging.row(solution, problem);
            rows.add(row);
            if (!row.ended()) {
                queue.enqueue(SolutionJudging.request(row, solution, problem, Outcome.STRETCH), Urgency.BULK);
            }
        }
        store.insert(Verification.of(id, verifiable, user.id(), Instant.EPOCH), rows);
        return id;
    }

    @EventListener
    void on(JudgingsReported event) {
        Map<UUID, JudgeReport> reports =
                event.reports().stream().collect(Collectors.toMap(JudgeReport::submissionId, Function.identity()));
        SortedSet<UUID> derivations = new TreeSet<>();
        for (Awaited row : store.awaited(reports.keySet())) {
            JudgeResult result = requireNonNull(reports.get(row.id())).result();
            store.end(
                    row.id(),
                    Outcome.of(result, row.timeLimit()),
                    Assessment.of(result, row.timeLimit(), row.expectation()));
            if (row.derives()) {
                derivations.add(row.verificationId());
            }
        }
        derivations.forEach(this.derivations::advance);
    }
}
