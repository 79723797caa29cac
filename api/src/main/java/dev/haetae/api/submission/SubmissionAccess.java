package dev.haetae.api.submission;

import dev.haetae.api.account.CurrentUser;
import dev.haetae.api.account.Role;
import dev.haetae.api.submission.SubmissionStore.Stamp;
import dev.haetae.api.web.RefusedException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may see which submissions: students their own, staff all. */
@Component
class SubmissionAccess {

    private final SubmissionStore store;

    SubmissionAccess(SubmissionStore store) {
        this.store = store;
    }

    /**
     * Reads one.
     *
     * @throws RefusedException when it is not there or not visible to the reader, who is not told which
     */
    Submission find(UUID id, CurrentUser user) {
        return store.find(id)
                .filter(submission -> mayRead(submission.userId(), user))
                .orElseThrow(() -> notFound(id));
    }

    /**
     * Reads only what a view of it depends on.
     *
     * @throws RefusedException as {@link #find} does
     */
    Stamp stamp(UUID id, CurrentUser user) {
        return store.stamp(id).filter(stamp -> mayRead(stamp.userId(), user)).orElseThrow(() -> notFound(id));
    }

    private static boolean mayRead(UUID owner, CurrentUser user) {
        return user.isStaff() || owner.equals(user.id());
    }

    private static RefusedException notFound(UUID id) {
        return RefusedException.notFound("There is no submission " + id + " that you may see.");
    }

    Viewer viewer(CurrentUser user) {
        if (user.roles().contains(Role.ADMIN)) {
            return Viewer.OPERATOR;
        }
        return user.isStaff() ? Viewer.STAFF : Viewer.OWNER;
    }

    /**
     * Whose submissions a list shows: for staff those asked for, for a student their own.
     *
     * @return a username, or null for everybody's
     * @throws RefusedException when a student asks for another's
     */
    @Nullable
    String listable(@Nullable String username, CurrentUser user) {
        if (user.isStaff()) {
            return username;
        }
        if (username != null && !username.equalsIgnoreCase(user.username())) {
            throw RefusedException.forbidden("You may list your own submissions only.");
        }
        return user.username();
    }
}
