package dev.haetae.api.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;

/** Finds whose a token is; a token of somebody who was disabled is as good as none. */
@Component
class TokenOwner implements Converter<Jwt, UserAuthentication> {

    private final AccountCache accounts;

    TokenOwner(AccountCache accounts) {
        this.accounts = accounts;
    }

    @Override
    public UserAuthentication convert(Jwt token) {
        UUID id = id(token.getSubject());
        CurrentUser user = accounts.find(id).orElseThrow(() -> new InvalidBearerTokenException("no such account"));
        return new UserAuthentication(user, id(token.getClaimAsString(AccessTokens.SESSION)));
    }

    private static UUID id(@Nullable String claim) {
        if (claim == null) {
            throw new InvalidBearerTokenException("not a token of ours");
        }
        try {
            return UUID.fromString(claim);
        } catch (IllegalArgumentException e) {
            throw new InvalidBearerTokenException("not a token of ours", e);
        }
    }
}
