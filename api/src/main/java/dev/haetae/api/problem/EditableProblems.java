package dev.haetae.api.problem;

import dev.haetae.api.account.Accounts;
import dev.haetae.api.account.CurrentUser;
import dev.haetae.api.problem.EditableProblem.EditableStatement;
import dev.haetae.api.problem.EditableProblem.EditableSummary;
import dev.haetae.api.problem.EditableProblem.JuryView;
import dev.haetae.api.problem.EditableProblem.TestView;
import dev.haetae.api.problem.EditableProblem.TimeLimitView;
import dev.haetae.api.problem.EditableProblem.VersionView;
import dev.haetae.api.problem.InputChecks.InputCheck;
import dev.haetae.api.problem.ProblemContent.StatementSource;
import dev.haetae.api.problem.ProblemVersions.Made;
import dev.haetae.api.problem.ProblemView.LimitsView;
import dev.haetae.api.web.Page;
import dev.haetae.api.web.Paging;
import dev.haetae.api.web.RefusedException;
import dev.haetae.common.TestSet;
import dev.haetae.common.packages.Finding;
import dev.haetae.common.packages.Statement.Markup;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads problems for those who may edit them. */
@Component
class EditableProblems {

    private final ProblemRepository repository;
    private final ProblemVersions versions;
    private final Problems problems;
    private final LanguageLimits limits;
    private final StatementViews statements;
    private final InputChecks inputChecks;
    private final Accounts accounts;

    EditableProblems(
            @Lazy ProblemRepository repository,
            ProblemVersions versions,
            Problems problems,
            LanguageLimits limits,
            StatementViews statements,
            InputChecks inputChecks,
            Accounts accounts) {
        this.repository = repository;
        this.versions = versions;
        this.problems = problems;
        this.limits = limits;
        this.statements = statements;
        this.inputChecks = inputChecks;
        this.accounts = accounts;
    }

    /** An instructor's own problems, or all for administrators, in the order of their slugs; archived ones too. */
    Page<EditableSummary> page(@Nullable String query, Paging paging, CurrentUser user) {
        String after = paging.after() == null ? "" : paging.after();
        List<Problem> rows =
                repository.findPage(user.isAdmin(), user.id(), query == null ? "" : query, after, paging.fetch());
        Map<UUID, String> names =
                accounts.usernames(rows.stream().map(Problem::ownerId).toList());
        return Page.of(rows, paging, Problem::slug).map(problem -> summary(problem, names));
    }

    private static EditableSummary summary(Problem problem, Map<UUID, String> names) {
        return new EditableSummary(
                problem.slug(),
                problem.title(),
                names.getOrDefault(problem.ownerId(), ""),
                problem.visibility(),
                problem.difficulty(),
                problem.tags(),
                problem.version(),
                problem.changedAt(),
                problem.archivedAt());
    }

    /**
     * Finds a problem that the user may edit, or could if it were not archived.
     *
     * @throws RefusedException when it is not there or not visible to the user, or another's
     */
    Problem find(String slug, CurrentUser user) {
        Problem problem = repository
                .findBySlug(slug)
                .filter(found -> found.isVisibleTo(user))
                .orElseThrow(() -> RefusedException.notFound("There is no problem '" + slug + "' that you may see."));
        if (!problem.mayBeEditedBy(user)) {
            throw RefusedException.forbidden("The problem '" + slug + "' is another's.");
        }
        return problem;
    }

    /**
     * Shows a problem.
     *
     * @throws RefusedException as {@link #find} does
     */
    @Transactional(readOnly = true)
    EditableProblem read(String slug, CurrentUser user) {
        Problem problem = find(slug, user);
        CurrentContent content = problems.current(problem.getId(), problem.version());
        List<Made> history = versions.history(problem.getId());
        Set<UUID> people = new HashSet<>(history.stream().map(Made::authorId).toList());
        people.add(problem.ownerId());
        return view(problem, content, history, accounts.usernames(people));
    }

    private EditableProblem view(Problem problem, CurrentContent current, List<Made> history, Map<UUID, String> names) {
        ProblemContent content = current.content();
        TestSet testSet = problems.testSet(problem.getId(), problem.version());
        InputCheck check = inputChecks.find(problem.getId(), content.tests()).orElse(null);
        return new EditableProblem(
                problem.slug(),
                problem.title(),
                names.getOrDefault(problem.ownerId(), ""),
                problem.visibility(),
                problem.embargoUntil(),
                problem.difficulty(),
                problem.tags(),
                problem.version(),
                problem.createdAt(),
                problem.changedAt(),
                problem.archivedAt(),
                content.format(),
                current.state(),
                check == null ? null : check.state(),
                check == null ? List.of() : check.faults(),
                new TimeLimitView(content.limits().timeMillis(), content.timeLimitSource(), current.notes()),
                content.limits(),
                LimitsView.of(limits.of(content), testSet.mostPasses()),
                content.settings().languages(),
                content.settings().languageFactors(),
                content.settings().feedbackPolicy(),
                content.statements().stream()
                        .map(source -> statement(problem, source))
                        .toList(),
                StatementImages.list(problem.slug(), content),
                tests(testSet),
                content.jurySubmissions().stream().map(EditableProblems::jury).toList(),
                content.warnings().stream().map(Finding::toString).toList(),
                history.stream().map(made -> version(made, names)).toList());
    }

    private EditableStatement statement(Problem problem, StatementSource source) {
        if (source.markup() == Markup.PDF) {
            String url = StatementViews.pdfUrl(problem.slug(), source.language());
            return new EditableStatement(source.language(), source.markup(), null, url);
        }
        return new EditableStatement(source.language(), source.markup(), statements.text(source), null);
    }

    private static List<TestView> tests(TestSet testSet) {
        return testSet.tests().stream()
                .map(test -> new TestView(
                        test.name(),
                        test.group(),
                        TestSets.isSample(test.name()),
                        test.input().sizeBytes(),
                        test.answer().sizeBytes(),
                        test.checker(),
                        test.howToRun()))
                .toList();
    }

    private static JuryView jury(ProblemContent.JuryProgram program) {
        List<String> files =
                program.files().stream().map(ProblemContent.StoredFile::path).toList();
        return new JuryView(program.folder(), program.name(), files);
    }

    private static VersionView version(Made made, Map<UUID, String> names) {
        return new VersionView(made.number(), names.getOrDefault(made.authorId(), ""), made.createdAt());
    }
}
