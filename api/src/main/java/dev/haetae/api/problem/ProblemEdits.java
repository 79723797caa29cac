package dev.haetae.api.problem;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.haetae.api.account.Accounts;
import dev.haetae.api.account.CurrentUser;
import dev.haetae.api.database.Texts;
import dev.haetae.api.problem.ProblemEdit.LimitsEdit;
import dev.haetae.api.web.RefusedException;
import dev.haetae.common.Limits;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes and changes problems by hand. Each change is a version, and what is being judged stays with its own. */
@Service
class ProblemEdits {

    private final ProblemEditRules rules;
    private final ProblemRepository repository;
    private final ProblemChanges changes;
    private final StatementEdits statements;
    private final TestSets testSets;
    private final Accounts accounts;
    private final Clock clock;

    ProblemEdits(
            ProblemEditRules rules,
            @Lazy ProblemRepository repository,
            ProblemChanges changes,
            StatementEdits statements,
            TestSets testSets,
            Accounts accounts,
            Clock clock) {
        this.rules = rules;
        this.repository = repository;
        this.changes = changes;
        this.statements = statements;
        this.testSets = testSets;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Makes a problem without tests.
     *
     * @throws RefusedException when a field breaks a rule, or the slug is taken
     */
    @Transactional
    void make(ProblemEdit edit, CurrentUser user) {
        rules.requireNew(edit);
        String slug = Objects.requireNonNull(edit.slug());
        if (repository.findBySlug(slug).isPresent()) {
            throw taken(slug);
        }
        Problem problem = new Problem(UuidCreator.getTimeOrderedEpoch(), slug, user.id(), clock.instant());
        try {
            write(edit, problem, ProblemContent.byHand(testSets.keep(List.of())), user);
        } catch (DataIntegrityViolationException e) {
            throw taken(slug);
        }
    }

    /**
     * Changes what the edit names.
     *
     * @throws RefusedException when a field breaks a rule, or the problem was changed since the edit's version, or may not be
     *     changed by the user
     */
    @Transactional
    void change(EditStart start, ProblemEdit edit, CurrentUser user) {
        rules.requireChange(edit, start);
        Problem problem = changes.lock(start.orNamed(edit.version()), user);
        write(edit, problem, changes.content(problem), user);
    }

    private void write(ProblemEdit edit, Problem problem, ProblemContent before, CurrentUser user) {
        edit(problem, edit, user);
        ContentDraft draft = new ContentDraft(before)
                .title(problem.title())
                .limits(limits(edit.limits() == null ? LimitsEdit.NOTHING : edit.limits(), before.limits()))
                .settings(settings(edit, before.settings()));
        if (edit.statements() != null) {
            draft.statements(statements.keep(edit.statements(), before.statements()));
        }
        changes.write(problem, draft.content(), user.id());
    }

    private void edit(Problem problem, ProblemEdit edit, CurrentUser user) {
        String title = edit.title() == null
                ? problem.title()
                : Texts.storable(edit.title().strip());
        List<String> tags = edit.tags() == null ? problem.tags() : storable(edit.tags());
        problem.describe(title, tags);
        if (edit.embargoUntil() != null) {
            problem.embargo(edit.embargoUntil().orElse(null));
        }
        if (edit.difficulty() != null) {
            problem.rate(edit.difficulty().orElse(null));
        }
        if (edit.visibility() != null) {
            problem.show(Visibility.valueOf(edit.visibility()));
        }
        if (edit.owner() != null) {
            give(problem, edit.owner(), user);
        }
    }

    private static List<String> storable(List<@Nullable String> tags) {
        return tags.stream()
                .map(Objects::requireNonNull)
                .map(tag -> Texts.storable(tag.strip()))
                .toList();
    }

    private void give(Problem problem, String username, CurrentUser user) {
        Optional<UUID> owner = accounts.idOf(username);
        if (owner.isEmpty()) {
            throw RefusedException.invalid("owner", "must be the name of a user");
        }
        if (!owner.get().equals(problem.ownerId()) && !user.isAdmin()) {
            throw RefusedException.forbidden("Only an administrator may give a problem to somebody else.");
        }
        problem.giveTo(owner.get());
    }

    private static Limits limits(LimitsEdit edit, Limits before) {
        return new Limits(
                or(edit.timeMillis(), before.timeMillis()),
                or(edit.memoryBytes(), before.memoryBytes()),
                or(edit.outputBytes(), before.outputBytes()),
                or(edit.codeBytes(), before.codeBytes()),
                or(edit.compileTimeMillis(), before.compileTimeMillis()),
                or(edit.compileMemoryBytes(), before.compileMemoryBytes()));
    }

    private static long or(@Nullable Long wanted, long before) {
        return wanted == null ? before : wanted;
    }

    private static ProblemSettings settings(ProblemEdit edit, ProblemSettings before) {
        return new ProblemSettings(
                edit.languages() == null
                        ? before.languages()
                        : edit.languages().stream().map(Objects::requireNonNull).toList(),
                edit.languageFactors() == null ? before.languageFactors() : present(edit.languageFactors()),
                edit.feedbackPolicy() == null
                        ? before.feedbackPolicy()
                        : FeedbackPolicy.valueOf(edit.feedbackPolicy()));
    }

    private static <T> Map<String, T> present(Map<String, @Nullable T> values) {
        return values.entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        Map.Entry::getKey, entry -> Objects.requireNonNull(entry.getValue())));
    }

    private static RefusedException taken(String slug) {
        return RefusedException.conflict("The slug '" + slug + "' is taken.");
    }
}
