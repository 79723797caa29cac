package dev.haetae.api.account;

import dev.haetae.api.account.RefreshTokens.Issued;
import dev.haetae.api.web.RateLimits;
import dev.haetae.api.web.RefusedException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Logging in and out. */
@Component
class Logins {

    private final Accounts accounts;
    private final AccountCache cache;
    private final Passwords passwords;
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final RateLimits limits;

    Logins(
            Accounts accounts,
            AccountCache cache,
            Passwords passwords,
            AccessTokens accessTokens,
            RefreshTokens refreshTokens,
            RateLimits limits) {
        this.accounts = accounts;
        this.cache = cache;
        this.passwords = passwords;
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.limits = limits;
    }

    /**
     * Logs in.
     *
     * @param address where the call comes from
     * @throws RefusedException in the same words and the same time whatever was wrong
     */
    TokenView login(String username, String password, String address) {
        String name = username.toLowerCase(Locale.ROOT);
        limits.takeLogin(name, address);
        Account account = authenticate(name, password)
                .orElseThrow(() -> RefusedException.unauthenticated("The username or the password is wrong."));
        limits.giveBackLogin(name, address);
        return tokens(refreshTokens.begin(account.id()));
    }

    /** Goes on with a login by its refresh token, which is good once. */
    TokenView refresh(String refreshToken) {
        return refreshTokens
                .rotate(refreshToken)
                .filter(next -> cache.find(next.account()).isPresent())
                .map(this::tokens)
                .orElseThrow(() -> RefusedException.unauthenticated("The refresh token is not valid, or no longer."));
    }

    void logout(UUID session) {
        refreshTokens.revoke(session);
    }

    private Optional<Account> authenticate(String username, String password) {
        Optional<Account> account = accounts.find(username).filter(found -> !found.isDisabled());
        if (account.isEmpty()) {
            passwords.pretend(password);
            return account;
        }
        return account.filter(found -> passwords.matches(password, found.passwordHash()));
    }

    private TokenView tokens(Issued refresh) {
        return new TokenView(
                accessTokens.issue(refresh.account(), refresh.family()),
                accessTokens.lifetime().toSeconds(),
                refresh.token());
    }
}
