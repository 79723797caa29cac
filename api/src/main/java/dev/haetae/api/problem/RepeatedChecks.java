package dev.haetae.api.problem;

import dev.haetae.api.account.CurrentUser;
import dev.haetae.api.web.RefusedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Does again what a problem's current version could not be made ready by: a worker may have been at fault, not the problem. */
@Service
class RepeatedChecks {

    private final ProblemChanges changes;
    private final ProblemVersions versions;
    private final InputChecks inputChecks;
    private final LimitDerivations derivations;

    RepeatedChecks(
            ProblemChanges changes, ProblemVersions versions, InputChecks inputChecks, LimitDerivations derivations) {
        this.changes = changes;
        this.versions = versions;
        this.inputChecks = inputChecks;
        this.derivations = derivations;
    }

    /**
     * Checks the inputs again when that has failed, and measures the time limit again when there came none.
     *
     * @throws RefusedException when neither is so, or the problem is not there or another's
     */
    @Transactional
    void begin(String slug, CurrentUser user) {
        Problem problem = changes.lock(slug, user);
        ProblemContent content = versions.content(problem.getId(), problem.version());
        boolean checks = inputChecks.begin(problem.getId(), content.tests());
        boolean measures = derivations.begin(problem, content, user.id());
        if (!checks && !measures) {
            throw RefusedException.conflict("Nothing of the problem '" + slug
                    + "' has failed: its checks have passed, or are under way, or it has none.");
        }
    }
}
