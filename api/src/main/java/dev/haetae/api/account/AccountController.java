package dev.haetae.api.account;

import dev.haetae.api.web.RefusedException;
import jakarta.validation.Valid;
import java.util.EnumSet;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own account. */
@RestController
@RequestMapping("/api/v1")
class AccountController {

    private final Accounts accounts;
    private final SecuritySettings settings;

    AccountController(Accounts accounts, SecuritySettings settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    @PostMapping("/auth/register")
    @ResponseStatus(HttpStatus.CREATED)
    AccountView register(@Valid @RequestBody Registration registration) {
        if (!settings.registration()) {
            throw RefusedException.forbidden("Registration is switched off.");
        }
        return AccountView.of(accounts.create(
                registration.username(), registration.email(), registration.password(), EnumSet.of(Role.STUDENT)));
    }

    @GetMapping("/me")
    AccountView me(CurrentUser user) {
        return AccountView.of(accounts.get(user.id()));
    }

    /** A new account. */
    record Registration(
            @Username String username,
            @EmailAddress String email,
            @NewPassword String password) {}
}
