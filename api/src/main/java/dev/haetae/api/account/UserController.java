package dev.haetae.api.account;

import dev.haetae.api.web.Page;
import dev.haetae.api.web.Paging;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Everybody's accounts, for administrators. */
@RestController
@RequestMapping("/api/v1/admin/users")
class UserController {

    private final Accounts accounts;

    UserController(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping
    Page<UserView> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return accounts.page(Paging.of(limit, after)).map(UserView::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    UserView create(@Valid @RequestBody NewUser user) {
        return UserView.of(accounts.create(user.username(), user.email(), user.password(), user.roles()));
    }

    @PutMapping("/{username}")
    UserView change(@PathVariable String username, @Valid @RequestBody UserChange change) {
        return UserView.of(accounts.change(username, change.roles(), change.disabled()));
    }

    /** A new account with roles. */
    record NewUser(
            @Username String username,
            @EmailAddress String email,
            @NewPassword String password,

            @NotEmpty(message = "must name at least one role")
            Set<Role> roles) {}

    /** What is to change; null leaves it. */
    record UserChange(
            @Size(min = 1, message = "must name at least one role") @Nullable
            Set<Role> roles,

            @Nullable Boolean disabled) {}

    /** An account as administrators see it. */
    record UserView(
            String id, String username, @Nullable String email, List<Role> roles, boolean disabled, Instant createdAt) {

        static UserView of(Account account) {
            AccountView view = AccountView.of(account);
            return new UserView(
                    view.id(), view.username(), view.email(), view.roles(), account.isDisabled(), account.createdAt());
        }
    }
}
