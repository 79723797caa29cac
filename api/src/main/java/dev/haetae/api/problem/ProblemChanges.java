package dev.haetae.api.problem;

import dev.haetae.api.account.CurrentUser;
import dev.haetae.api.problem.ProblemContent.Listing;
import dev.haetae.api.web.RefusedException;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes a change of a problem: its row, and the immutable version that goes with it, in the caller's transaction. */
@Component
class ProblemChanges {

    private final ProblemRepository repository;
    private final ProblemVersions versions;
    private final InputChecks inputChecks;
    private final DerivedLimits derivedLimits;
    private final LimitDerivations derivations;
    private final Clock clock;

    ProblemChanges(
            @Lazy ProblemRepository repository,
            ProblemVersions versions,
            InputChecks inputChecks,
            DerivedLimits derivedLimits,
            LimitDerivations derivations,
            Clock clock) {
        this.repository = repository;
        this.versions = versions;
        this.inputChecks = inputChecks;
        this.derivedLimits = derivedLimits;
        this.derivations = derivations;
        this.clock = clock;
    }

    /**
     * Locks a problem to change it.
     *
     * @throws RefusedException when it is not there or not visible to the user, or another's, or archived, or was changed
     *     meanwhile
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Problem lock(EditStart start, CurrentUser user) {
        Problem problem = lock(start.slug(), user);
        start.requireStill(problem.version());
        return problem;
    }

    /**
     * Locks a problem whichever version it has.
     *
     * @throws RefusedException when it is not there or not visible to the user, or another's, or archived
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Problem lock(String slug, CurrentUser user) {
        Problem problem = repository
                .lock(slug)
                .filter(found -> found.isVisibleTo(user))
                .orElseThrow(() -> RefusedException.notFound("There is no problem '" + slug + "' that you may see."));
        requireEditable(problem, user);
        return problem;
    }

    /**
     * Checks that a problem may be changed.
     *
     * @throws RefusedException when it is another's, or archived
     */
    static void requireEditable(Problem problem, CurrentUser user) {
        if (!problem.mayBeEditedBy(user)) {
            throw RefusedException.forbidden("The problem '" + problem.slug() + "' is another's.");
        }
        if (problem.archivedAt() != null) {
            throw RefusedException.conflict(
                    "The problem '" + problem.slug() + "' is archived, and its slug stays taken.");
        }
    }

    /** What a problem is made of at present, with the time limit that was derived. */
    ProblemContent content(Problem problem) {
        return derivedLimits
                .apply(problem.getId(), versions.content(problem.getId(), problem.version()))
                .content();
    }

    /**
     * Writes a problem, new or changed.
     *
     * @return the version that it has now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    int write(Problem problem, ProblemContent content, UUID author) {
        if (!problem.isNew()) {
            problem.touch(clock.instant());
        }
        Problem written = repository.saveAndFlush(problem);
        Listing listing = new Listing(written.visibility(), written.difficulty(), written.tags());
        ProblemContent whole = LimitDerivations.named(
                new ContentDraft(content).listing(listing).content());
        versions.insert(written.getId(), written.version(), author, whole);
        inputChecks.begin(written.getId(), whole.tests());
        derivations.begin(written, whole, author);
        return written.version();
    }
}
