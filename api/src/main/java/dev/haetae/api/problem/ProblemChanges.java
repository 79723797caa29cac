package dev.haetae.api.problem;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes a change of a problem: its row, and the immutable version that goes with it, in the caller's transaction. */
@Component
class ProblemChanges {

    private final ProblemRepository repository;
    private final ProblemVersions versions;
    private final Clock clock;

    ProblemChanges(ProblemRepository repository, ProblemVersions versions, Clock clock) {
        this.repository = repository;
        this.versions = versions;
        this.clock = clock;
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
        versions.insert(written.getId(), written.version(), author, content);
        return written.version();
    }
}
