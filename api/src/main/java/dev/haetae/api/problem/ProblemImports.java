package dev.haetae.api.problem;

import static java.util.Objects.requireNonNull;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.haetae.api.account.CurrentUser;
import dev.haetae.api.database.Texts;
import dev.haetae.api.problem.ImportedProblem.ImportedTimeLimit;
import dev.haetae.api.problem.InputChecks.InputCheck;
import dev.haetae.api.web.FieldViolation;
import dev.haetae.api.web.RefusedException;
import dev.haetae.common.packages.Finding;
import dev.haetae.common.packages.PackageProgram;
import dev.haetae.common.packages.PackageReader;
import dev.haetae.common.packages.PackageResult;
import dev.haetae.common.packages.PackageSettings;
import dev.haetae.common.packages.ProblemPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/** Imports problem packages: all of one or nothing. */
@Service
class ProblemImports {

    private final BlobStore blobs;
    private final TestSets testSets;
    private final EditStarts starts;
    private final ProblemRepository repository;
    private final ProblemChanges changes;
    private final InputChecks inputChecks;
    private final DerivedLimits derivedLimits;
    private final TransactionTemplate transaction;
    private final OfferedLanguages languages;
    private final Clock clock;

    ProblemImports(
            BlobStore blobs,
            TestSets testSets,
            EditStarts starts,
            @Lazy ProblemRepository repository,
            ProblemChanges changes,
            InputChecks inputChecks,
            DerivedLimits derivedLimits,
            TransactionTemplate transaction,
            OfferedLanguages languages,
            Clock clock) {
        this.blobs = blobs;
        this.testSets = testSets;
        this.starts = starts;
        this.repository = repository;
        this.changes = changes;
        this.inputChecks = inputChecks;
        this.derivedLimits = derivedLimits;
        this.transaction = transaction;
        this.languages = languages;
        this.clock = clock;
    }

    /**
     * What to import and how.
     *
     * @param archive a zip, which stays the caller's
     * @param name the archive's own name
     * @param slug under which, or null for the package's short name
     * @param start where the next version of a problem starts from
     * @param visibility of the problem from now on, or null when the caller does not say: it is as the package says then, else public
     */
    record Order(
            Path archive,
            String name,
            @Nullable String slug,
            @Nullable Visibility visibility,
            EditStart start) {}

    /**
     * Makes a problem, or its next version.
     *
     * @throws RefusedException when the package is refused, naming each file and line, or the slug is another's
     */
    ImportedProblem importPackage(Order order, CurrentUser user) throws IOException {
        Path scratch = Files.createTempDirectory("haetae-import");
        try {
            return switch (PackageReader.read(order.archive(), order.name(), scratch)) {
                case PackageResult.Refused(var reasons) -> throw refusal(reasons);
                case PackageResult.Read(var problem) -> keep(problem, order, user);
            };
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
        }
    }

    private static RefusedException refusal(List<Finding> reasons) {
        return RefusedException.invalid(reasons.stream()
                .map(reason -> new FieldViolation("package", reason.toString()))
                .toList());
    }

    private ImportedProblem keep(ProblemPackage problem, Order order, CurrentUser user) throws IOException {
        String slug = slug(problem, order);
        EditStart start = order.start().slug().equals(slug)
                ? order.start()
                : starts.at(slug, order.start().named());
        List<PackageProgram> programs =
                new ArrayList<>(problem.outputValidators().programs());
        if (problem.grader() != null) {
            programs.add(problem.grader());
        }
        requireJudgeable(programs);
        requireOffered(problem.languages());
        ProblemContent content = new PackageContents(blobs, testSets, languages.all()).keep(problem);
        try {
            return requireNonNull(transaction.execute(_status -> write(start, problem, content, order, user)));
        } catch (DataIntegrityViolationException e) {
            throw RefusedException.conflict("Somebody else is importing '" + slug + "' at the same time.");
        }
    }

    private void requireJudgeable(List<PackageProgram> programs) {
        List<Finding> reasons = programs.stream()
                .filter(program ->
                        program.language() != null && !languages.ids().contains(program.language()))
                .map(program -> new Finding(
                        program.name(),
                        null,
                        "the program is in " + program.language() + ", which is not offered here"))
                .toList();
        if (!reasons.isEmpty()) {
            throw refusal(reasons);
        }
    }

    private void requireOffered(List<String> wanted) {
        if (!wanted.isEmpty() && languages.ids().stream().noneMatch(wanted::contains)) {
            throw RefusedException.invalid("package", "problem.yaml: none of its languages is offered here");
        }
    }

    private static String slug(ProblemPackage problem, Order order) {
        String slug = order.slug() == null ? problem.shortName() : order.slug();
        if (slug == null || !ProblemEditRules.isSlug(slug)) {
            throw RefusedException.invalid(
                    "slug",
                    "must be 1 to 64 lower-case letters, digits and hyphens; the package has no such short name");
        }
        return slug;
    }

    private ImportedProblem write(
            EditStart start, ProblemPackage imported, ProblemContent content, Order order, CurrentUser user) {
        String slug = start.slug();
        Problem problem = repository
                .lock(slug)
                .orElseGet(() -> new Problem(UuidCreator.getTimeOrderedEpoch(), slug, user.id(), clock.instant()));
        ProblemChanges.requireEditable(problem, user);
        start.requireStill(problem.isNew() ? 0 : problem.version());
        Visibility visibility = visibility(order, imported.settings());
        List<String> warnings = new ArrayList<>();
        imported.warnings().stream().map(Finding::toString).forEach(warnings::add);
        if (!problem.isNew() && problem.visibility() == Visibility.HIDDEN && visibility == Visibility.PUBLIC) {
            warnings.add("the problem was hidden and is public now: visibility=HIDDEN would have kept it hidden");
        }
        ProblemSettings before = problem.isNew()
                ? ProblemSettings.DEFAULT
                : changes.content(problem).settings();
        ContentDraft draft = new ContentDraft(content).settings(OwnSettings.in(imported, before, languages.ids()));
        if (imported.settings().difficulty() != null) {
            problem.rate(imported.settings().difficulty());
        }
        problem.describe(
                content.title(),
                imported.keywords().stream().map(Texts::storable).toList());
        problem.show(visibility);
        Instant ownEmbargo = imported.settings().embargoUntil();
        Instant embargo = ownEmbargo == null ? imported.embargoUntil() : ownEmbargo;
        problem.embargo(embargo);
        if (embargo != null && embargo.isAfter(clock.instant())) {
            warnings.add("nobody but its editors sees the problem before " + embargo);
        }
        int version = changes.write(problem, draft.content(), user.id());
        CheckState checks = inputChecks
                .find(problem.getId(), content.tests())
                .map(InputCheck::state)
                .orElse(null);
        CurrentContent current = derivedLimits.apply(problem.getId(), changes.content(problem));
        warnings.addAll(current.notes());
        return answer(new Imported(slug, version, checks, current), imported, warnings);
    }

    private static Visibility visibility(Order order, PackageSettings own) {
        if (order.visibility() != null) {
            return order.visibility();
        }
        return own.visibility() == null ? Visibility.PUBLIC : Visibility.valueOf(own.visibility());
    }

    private record Imported(
            String slug, int version, @Nullable CheckState checks, CurrentContent current) {}

    private static ImportedProblem answer(Imported written, ProblemPackage imported, List<String> warnings) {
        return new ImportedProblem(
                written.slug(),
                written.version(),
                imported.format(),
                written.current().state(),
                new ImportedTimeLimit(
                        written.current().content().limits().timeMillis(),
                        written.current().content().timeLimitSource()),
                imported.tests().size(),
                imported.jurySubmissions().size(),
                written.checks(),
                warnings);
    }
}
