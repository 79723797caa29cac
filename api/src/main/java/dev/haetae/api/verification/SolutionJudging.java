package dev.haetae.api.verification;

import static java.util.Objects.requireNonNull;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.haetae.api.problem.JudgeableProblem;
import dev.haetae.api.problem.JurySolution;
import dev.haetae.api.verification.VerificationStore.Row;
import dev.haetae.common.JudgeRequest;
import dev.haetae.common.JudgeTask;
import dev.haetae.common.JudgeTask.JudgeAnswers;
import dev.haetae.common.JudgeTask.JudgeSubmission;
import dev.haetae.common.Limits;
import dev.haetae.common.SourceFile;
import dev.haetae.common.language.Language;
import dev.haetae.common.language.Languages;
import dev.haetae.common.verification.Expectation;
import dev.haetae.common.verification.JuryAnswers;
import dev.haetae.common.verification.JuryLanguage;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a verification's row of a solution, and the request to judge it on all tests. */
final class SolutionJudging {

    private SolutionJudging() {}

    /** The row of a solution; one that is not judged has ended, and says why. */
    static Row row(JurySolution solution, JudgeableProblem problem) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        Expectation expectation = solution.expectation();
        if (problem.takesAnswers()) {
            long limit = problem.limitsOfAnswers().timeMillis();
            return new Row(id, solution.path(), null, limit, expectation, null, null, null, false);
        }
        Languages taken =
                Languages.all().configured(List.copyOf(problem.limits().keySet()));
        String language = JuryLanguage.of(solution.language(), solution.files(), taken)
                .map(Language::id)
                .orElse(null);
        String fault = fault(solution, language, problem);
        if (language == null || fault != null) {
            return new Row(id, solution.path(), null, null, expectation, null, null, fault, true);
        }
        long limit = requireNonNull(problem.limits().get(language)).timeMillis();
        return new Row(id, solution.path(), language, limit, expectation, null, null, null, false);
    }

    /** Why a solution is not judged. */
    private static @Nullable String fault(JurySolution solution, @Nullable String language, JudgeableProblem problem) {
        if (language == null) {
            return solution.language() == null
                    ? "It is in no language that this problem takes."
                    : "This problem does not take its language, " + solution.language() + ".";
        }
        long bytes = solution.files().stream()
                .mapToLong(file -> file.content().length)
                .sum();
        long most = requireNonNull(problem.limits().get(language)).codeBytes();
        return bytes > most ? "Its sources have " + bytes + " bytes, and the limit is " + most + "." : null;
    }

    /**
     * The request for a row that has not ended.
     *
     * @param stretch how many times the problem's time the solution is given
     */
    static JudgeRequest request(Row row, JurySolution solution, JudgeableProblem problem, int stretch) {
        return new JudgeRequest(row.id(), 1, task(row, solution, problem, stretch));
    }

    private static JudgeTask task(Row row, JurySolution solution, JudgeableProblem problem, int stretch) {
        if (problem.takesAnswers()) {
            List<SourceFile> answers = JuryAnswers.of(solution.files(), problem.answerTests());
            return new JudgeAnswers(answers, problem.tests(), problem.scoring().onAll());
        }
        String language = requireNonNull(row.language());
        Limits limits = requireNonNull(problem.limits().get(language));
        return new JudgeSubmission(
                language,
                solution.entryPoint(),
                problem.withIncluded(language, solution.files()),
                limits,
                problem.tests(),
                problem.scoring().onAll(),
                limits.timeMillis() * stretch);
    }
}
