package dev.haetae.api.problem;

import dev.haetae.api.account.CurrentUser;
import dev.haetae.api.web.RefusedException;
import dev.haetae.common.verification.TimeMargins;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Hands out what a problem can be verified with, to whoever may edit it. */
@Service
public class JurySolutions {

    private final EditableProblems editable;
    private final Problems problems;
    private final LanguageLimits limits;
    private final IncludedSources included;

    JurySolutions(EditableProblems editable, Problems problems, LanguageLimits limits, IncludedSources included) {
        this.editable = editable;
        this.problems = problems;
        this.limits = limits;
        this.included = included;
    }

    /**
     * A problem's current version with its solutions.
     *
     * @param timeMillis its time limit before any language's factor
     * @param margins between the solutions and a time limit
     */
    public record Verifiable(
            JudgeableProblem problem, long timeMillis, TimeMargins margins, List<JurySolution> solutions) {

        public Verifiable {
            solutions = List.copyOf(solutions);
        }
    }

    /**
     * The current version of a problem, with all of its solutions.
     *
     * @throws RefusedException when it is not there, is another's, or has no tests
     */
    public Verifiable of(String slug, CurrentUser user) {
        Problem problem = editable.find(slug, user);
        ProblemContent content =
                problems.current(problem.getId(), problem.version()).content();
        if (!content.isJudgeable()) {
            throw RefusedException.conflict("The problem '" + slug + "' has no tests yet.");
        }
        return of(problem, content);
    }

    /** A problem's newest version, which is made of that. */
    Verifiable of(Problem problem, ProblemContent content) {
        return verifiable(problem.getId(), problem.slug(), problem.version(), content);
    }

    /** Any version, with another time limit. */
    public Verifiable of(UUID problem, int version, long timeMillis) {
        ProblemContent content = problems.content(problem, version).withTimeMillis(timeMillis);
        return verifiable(problem, problems.slug(problem), version, content);
    }

    private Verifiable verifiable(UUID problem, String slug, int version, ProblemContent content) {
        JudgeableProblem judgeable = new JudgeableProblem(
                problem,
                slug,
                version,
                limits.of(content),
                content.tests(),
                content.scoring(),
                included.of(content),
                false,
                problems.answerTests(content));
        return new Verifiable(
                judgeable,
                content.limits().timeMillis(),
                content.margins() == null ? TimeMargins.DEFAULT : content.margins(),
                content.jurySubmissions().stream()
                        .map(program -> JurySolution.of(program, problems::blob))
                        .toList());
    }

    /**
     * The id of a problem that the user may edit.
     *
     * @throws RefusedException when it is not there or is another's
     */
    public UUID problemId(String slug, CurrentUser user) {
        return editable.find(slug, user).getId();
    }
}
