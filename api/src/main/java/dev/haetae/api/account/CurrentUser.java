package dev.haetae.api.account;

import java.util.Set;
import java.util.UUID;

/**
 * Who is asking, as the record had it at most some seconds ago. Controllers take it as a parameter, {@code @Nullable} where
 * no token is needed.
 *
 * @param id of the account
 * @param username as the account's owner writes it
 * @param roles what they may do
 */
public record CurrentUser(UUID id, String username, Set<Role> roles) {

    public CurrentUser {
        roles = Set.copyOf(roles);
    }

    /** Whether they may do everything. */
    public boolean isAdmin() {
        return roles.contains(Role.ADMIN);
    }

    /** Whether they see more than students do. */
    public boolean isStaff() {
        return isAdmin() || roles.contains(Role.INSTRUCTOR);
    }
}
