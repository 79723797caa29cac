package dev.haetae.api.problem;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.haetae.api.account.CurrentUser;
import dev.haetae.api.database.Texts;
import dev.haetae.api.problem.ImportedProblem.ImportedTimeLimit;
import dev.haetae.api.problem.ImportedProblem.ProblemState;
import dev.haetae.api.web.FieldViolation;
import dev.haetae.api.web.RefusedException;
import dev.haetae.common.packages.Finding;
import dev.haetae.common.packages.PackageReader;
import dev.haetae.common.packages.PackageResult;
import dev.haetae.common.packages.ProblemPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/** Imports problem packages: all of one or nothing. */
@Service
class ProblemImports {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");

    private final PackageContents contents;
    private final ProblemRepository repository;
    private final ProblemChanges changes;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ProblemImports(
            PackageContents contents,
            ProblemRepository repository,
            ProblemChanges changes,
            TransactionTemplate transaction,
            Clock clock) {
        this.contents = contents;
        this.repository = repository;
        this.changes = changes;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What to import and how.
     *
     * @param archive a zip, which stays the caller's
     * @param name the archive's own name
     * @param slug under which, or null for the package's short name
     * @param visibility of the problem from now on
     */
    record Order(Path archive, String name, @Nullable String slug, Visibility visibility) {}

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
        ProblemContent content = contents.keep(problem);
        try {
            Integer version = transaction.execute(_status -> write(slug, problem, content, order, user));
            return answer(slug, version == null ? 1 : version, problem);
        } catch (DataIntegrityViolationException e) {
            throw RefusedException.conflict("Somebody else is importing '" + slug + "' at the same time.");
        }
    }

    private static String slug(ProblemPackage problem, Order order) {
        String slug = order.slug() == null ? problem.shortName() : order.slug();
        if (slug == null || !SLUG.matcher(slug).matches()) {
            throw RefusedException.invalid(
                    "slug",
                    "must be 1 to 64 lower-case letters, digits and hyphens; the package has no such short name");
        }
        return slug;
    }

    private int write(String slug, ProblemPackage imported, ProblemContent content, Order order, CurrentUser user) {
        Problem problem = repository
                .lock(slug)
                .orElseGet(() -> new Problem(UuidCreator.getTimeOrderedEpoch(), slug, user.id(), clock.instant()));
        if (!problem.mayBeEditedBy(user)) {
            throw RefusedException.forbidden("The problem '" + slug + "' is another's.");
        }
        List<String> tags = imported.keywords().stream().map(Texts::storable).toList();
        problem.describe(Texts.storable(imported.title()), tags);
        problem.show(order.visibility());
        return changes.write(problem, content, user.id());
    }

    private static ImportedProblem answer(String slug, int version, ProblemPackage problem) {
        return new ImportedProblem(
                slug,
                version,
                problem.format(),
                ProblemState.READY,
                new ImportedTimeLimit(problem.limits().timeMillis(), problem.timeLimitSource()),
                problem.tests().size(),
                problem.jurySubmissions().size(),
                null,
                problem.warnings().stream().map(Finding::toString).toList());
    }
}
