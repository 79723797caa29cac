package dev.haetae.api.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as its owner sees it.
 *
 * @param email null for an administrator who came from configuration
 */
record AccountView(String id, String username, @Nullable String email, List<Role> roles) {

    static AccountView of(Account account) {
        return new AccountView(
                account.id().toString(),
                account.username(),
                account.email(),
                account.roles().stream().sorted().toList());
    }
}
