package dev.haetae.api.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.CurrentSecurityContext;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Login, refresh, logout. */
@RestController
@RequestMapping("/api/v1/auth")
class LoginController {

    private final Logins logins;

    LoginController(Logins logins) {
        this.logins = logins;
    }

    @PostMapping("/login")
    TokenView login(@Valid @RequestBody LoginRequest login, HttpServletRequest request) {
        return logins.login(login.username(), login.password(), request.getRemoteAddr());
    }

    @PostMapping("/refresh")
    TokenView refresh(@Valid @RequestBody RefreshRequest refresh) {
        return logins.refresh(refresh.refreshToken());
    }

    @PostMapping("/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logout(@CurrentSecurityContext(expression = "authentication") UserAuthentication authentication) {
        logins.logout(authentication.session());
    }

    /** Name and password. */
    record LoginRequest(
            @NotNull(message = "is missing") String username,
            @NotNull(message = "is missing") String password) {}

    /** The token of the last answer. */
    record RefreshRequest(@NotNull(message = "is missing") String refreshToken) {}
}
