package dev.haetae.api.account;

import java.util.UUID;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A user who showed a good token. */
final class UserAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient CurrentUser user;
    private final UUID session;

    UserAuthentication(CurrentUser user, UUID session) {
        super(user.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList());
        this.user = user;
        this.session = session;
        setAuthenticated(true);
    }

    @Override
    public CurrentUser getPrincipal() {
        return user;
    }

    /** The login that the token goes back to. */
    UUID session() {
        return session;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return user.username();
    }
}
