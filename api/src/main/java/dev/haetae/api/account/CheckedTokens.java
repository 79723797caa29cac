package dev.haetae.api.account;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Looks at a token's signature once and at its time whenever it comes: a client sends the same one with each of its calls, and
 * reading it anew would be a twentieth of what a submission costs us.
 */
final class CheckedTokens implements JwtDecoder {

    private static final int MOST = 4_000;

    private final JwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> time;
    private final Map<String, Jwt> good = new ConcurrentHashMap<>();

    /**
     * Makes a decoder.
     *
     * @param decoder checks everything
     * @param time what of a good token can change
     */
    CheckedTokens(JwtDecoder decoder, OAuth2TokenValidator<Jwt> time) {
        this.decoder = decoder;
        this.time = time;
    }

    @Override
    public Jwt decode(String token) {
        Jwt known = good.get(token);
        if (known != null && !time.validate(known).hasErrors()) {
            return known;
        }
        good.remove(token);
        Jwt decoded = decoder.decode(token);
        if (good.size() >= MOST) {
            good.clear();
        }
        good.put(token, decoded);
        return decoded;
    }
}
