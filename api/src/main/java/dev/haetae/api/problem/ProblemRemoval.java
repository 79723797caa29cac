package dev.haetae.api.problem;

import dev.haetae.api.account.CurrentUser;
import java.time.Clock;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes problems away without losing anything: what students submitted stays, and with it what it was judged by. */
@Component
class ProblemRemoval {

    private final ProblemRepository repository;
    private final ProblemChanges changes;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ProblemRemoval(
            @Lazy ProblemRepository repository, ProblemChanges changes, TransactionTemplate transaction, Clock clock) {
        this.repository = repository;
        this.changes = changes;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What has become of a problem. */
    enum Outcome {
        /** It had no submissions: it is gone, and its slug is free. */
        DELETED,
        /** It has submissions: nobody sees or solves it any more, and its slug stays taken. */
        ARCHIVED
    }

    /** Whether there are submissions, the database's foreign key decides: one may come in just now. */
    Outcome remove(EditStart start, CurrentUser user) {
        try {
            transaction.executeWithoutResult(
                    _status -> repository.delete(changes.lock(start, user).getId()));
            return Outcome.DELETED;
        } catch (DataIntegrityViolationException e) {
            transaction.executeWithoutResult(_status -> archive(changes.lock(start, user), user));
            return Outcome.ARCHIVED;
        }
    }

    private void archive(Problem problem, CurrentUser user) {
        problem.archive(clock.instant());
        changes.write(problem, changes.content(problem), user.id());
    }
}
