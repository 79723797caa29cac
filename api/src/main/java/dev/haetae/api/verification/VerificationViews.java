package dev.haetae.api.verification;

import dev.haetae.api.account.CurrentUser;
import dev.haetae.api.problem.JurySolutions;
import dev.haetae.api.problem.Problems;
import dev.haetae.api.verification.VerificationStore.Row;
import dev.haetae.api.verification.VerificationStore.Verification;
import dev.haetae.api.verification.VerificationView.RowView;
import dev.haetae.api.web.RefusedException;
import dev.haetae.common.Scoring;
import dev.haetae.common.verification.Assessment;
import dev.haetae.common.verification.Expectation;
import dev.haetae.common.verification.Outcome;
import dev.haetae.common.verification.TimeLimitAdvice;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Shows verifications to whoever may edit the problem. */
@Component
class VerificationViews {

    private final JurySolutions solutions;
    private final VerificationStore store;
    private final Problems problems;

    VerificationViews(JurySolutions solutions, VerificationStore store, Problems problems) {
        this.solutions = solutions;
        this.store = store;
        this.problems = problems;
    }

    /** A problem's verification. */
    VerificationView view(String slug, UUID id, CurrentUser user) {
        Verification verification = store.find(id, solutions.problemId(slug, user))
                .orElseThrow(() -> RefusedException.notFound("The problem '" + slug + "' has no such verification."));
        List<Row> rows = store.rows(id);
        Scoring scoring = problems.judged(verification.problemId(), verification.problemVersion())
                .scoring();
        List<RowView> views = rows.stream().map(row -> view(row, scoring)).toList();
        int done = (int) rows.stream().filter(Row::ended).count();
        return new VerificationView(
                id,
                slug,
                verification.problemVersion(),
                done == rows.size() ? "DONE" : "RUNNING",
                done,
                rows.size(),
                views.stream().noneMatch(row -> Boolean.FALSE.equals(row.matches())),
                views,
                advice(rows, verification),
                verification.requestedAt());
    }

    private static RowView view(Row row, Scoring scoring) {
        Outcome outcome = row.outcome();
        Expectation expected = row.expectation();
        if (outcome == null) {
            return new RowView(
                    row.file(),
                    row.language(),
                    expected.permitted(),
                    null,
                    null,
                    expected.score(),
                    List.of(),
                    null,
                    null,
                    null,
                    List.of(),
                    row.detail());
        }
        Outcome.Scored scored = outcome.scored();
        List<String> objections =
                row.assessment() == null ? List.of() : row.assessment().objections();
        return new RowView(
                row.file(),
                row.language(),
                expected.permitted(),
                outcome.verdict(),
                scored == null ? null : scored.score(),
                expected.score(),
                scored == null ? List.of() : scored.groups(),
                outcome.slowestTest(),
                outcome.maxTimeMillis(),
                expected.isMetBy(outcome, scoring) && objections.isEmpty(),
                objections,
                row.detail());
    }

    /** Times of slow languages count as much less as these get more of the limit. */
    private static TimeLimitAdvice advice(List<Row> rows, Verification verification) {
        List<Assessment> assessments = new ArrayList<>();
        for (Row row : rows) {
            Assessment assessment = row.assessment();
            Long limit = row.timeLimit();
            if (assessment != null && limit != null) {
                assessments.add(
                        verification.derives() ? assessment : assessment.scaled(verification.timeLimit(), limit));
            }
        }
        return TimeLimitAdvice.of(assessments, verification.margins());
    }
}
