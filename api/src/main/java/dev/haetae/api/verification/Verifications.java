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
import dev.haetae.common.JudgeRequest;
import dev.haetae.common.JudgeTask.JudgeSubmission;
import dev.haetae.common.Limits;
import dev.haetae.common.Scoring;
import dev.haetae.common.language.Language;
import dev.haetae.common.language.Languages;
import dev.haetae.common.verification.Expectation;
import dev.haetae.common.verification.JuryLanguage;
import dev.haetae.common.verification.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins verifications, and hears how their judgings end. */
@Service
class Verifications {

    private final JurySolutions solutions;
    private final VerificationStore store;
    private final JudgeQueue queue;

    Verifications(JurySolutions solutions, VerificationStore store, JudgeQueue queue) {
        this.solutions = solutions;
        this.store = store;
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
        return store.underWay(problem.id(), problem.version()).orElseGet(() -> begin(verifiable, user));
    }

    private UUID begin(Verifiable verifiable, CurrentUser user) {
        JudgeableProblem problem = verifiable.problem();
        UUID id = UuidCreator.getTimeOrderedEpoch();
        List<Row> rows = new ArrayList<>();
        for (JurySolution solution : verifiable.solutions()) {
            Row row = row(solution, problem);
            rows.add(row);
            if (!row.ended()) {
                queue.enqueue(new JudgeRequest(row.id(), 1, task(row, solution, problem)), Urgency.BULK);
            }
        }
        store.insert(
                new Verification(
                        id, problem.id(), problem.version(), verifiable.timeMillis(), user.id(), Instant.EPOCH),
                rows);
        return id;
    }

    private static Row row(JurySolution solution, JudgeableProblem problem) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        Expectation expectation = Expectation.of(solution.folder(), solution.files());
        Languages taken =
                Languages.all().configured(List.copyOf(problem.limits().keySet()));
        String language =
                JuryLanguage.of(solution.files(), taken).map(Language::id).orElse(null);
        String fault = fault(solution, language, problem);
        if (language == null || fault != null) {
            return new Row(id, solution.path(), null, null, expectation, null, fault, true);
        }
        long limit = requireNonNull(problem.limits().get(language)).timeMillis();
        return new Row(id, solution.path(), language, limit, expectation, null, null, false);
    }

    /** Why a solution is not judged. */
    private static @Nullable String fault(JurySolution solution, @Nullable String language, JudgeableProblem problem) {
        if (language == null) {
            return "It is in no language that this problem takes.";
        }
        long bytes = solution.files().stream()
                .mapToLong(file -> file.content().length)
                .sum();
        long most = requireNonNull(problem.limits().get(language)).codeBytes();
        return bytes > most ? "Its sources have " + bytes + " bytes, and the limit is " + most + "." : null;
    }

    private static JudgeSubmission task(Row row, JurySolution solution, JudgeableProblem problem) {
        String language = requireNonNull(row.language());
        Limits limits = requireNonNull(problem.limits().get(language));
        return new JudgeSubmission(
                language,
                null,
                problem.withIncluded(language, solution.files()),
                limits.withTimeMillis(limits.timeMillis() * Outcome.STRETCH),
                problem.tests(),
                new Scoring.PassFailOnAll());
    }

    @EventListener
    void on(JudgingsReported event) {
        Map<UUID, JudgeReport> reports =
                event.reports().stream().collect(Collectors.toMap(JudgeReport::submissionId, Function.identity()));
        for (Awaited row : store.awaited(reports.keySet())) {
            store.end(row.id(), Outcome.of(requireNonNull(reports.get(row.id())).result(), row.timeLimit()));
        }
    }
}
