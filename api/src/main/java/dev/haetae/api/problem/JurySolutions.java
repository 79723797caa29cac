package dev.haetae.api.problem;

import dev.haetae.api.account.CurrentUser;
import dev.haetae.api.problem.ProblemContent.JuryProgram;
import dev.haetae.api.problem.ProblemContent.StoredFile;
import dev.haetae.api.web.RefusedException;
import dev.haetae.common.SourceFile;
import dev.haetae.common.verification.Expectation;
import dev.haetae.common.verification.TimeMargins;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Hands out what a problem can be verified with, to whoever may edit it. */
@Service
public class JurySolutions {

    private static final String ROOT = "submissions/";

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
                content.jurySubmissions().stream().map(this::solution).toList());
    }

    /**
     * The id of a problem that the user may edit.
     *
     * @throws RefusedException when it is not there or is another's
     */
    public UUID problemId(String slug, CurrentUser user) {
        return editable.find(slug, user).getId();
    }

    private JurySolution solution(JuryProgram program) {
        String path = ROOT + program.folder() + "/" + program.name();
        List<SourceFile> files = new ArrayList<>();
        for (StoredFile file : program.files()) {
            files.add(new SourceFile(name(file.path(), path), bytes(file)));
        }
        Expectation expectation =
                program.expectation() == null ? Expectation.of(program.folder(), files) : program.expectation();
        return new JurySolution(path, files, program.language(), program.entryPoint(), expectation);
    }

    /** Below its directory, or the file itself. */
    private static String name(String path, String solution) {
        return path.equals(solution)
                ? path.substring(path.lastIndexOf('/') + 1)
                : path.substring(solution.length() + 1);
    }

    private byte[] bytes(StoredFile file) {
        try {
            return problems.blob(file.content()).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("the blob " + file.content().sha256() + " cannot be read", e);
        }
    }
}
