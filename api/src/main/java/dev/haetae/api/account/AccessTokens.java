package dev.haetae.api.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/** Signs access tokens and knows how they are checked: HS256, since nobody but the API reads them. */
@Component
class AccessTokens {

    /** The claim that names the login, by its family of refresh tokens. */
    static final String SESSION = "sid";

    private static final String ISSUER = "haetae";
    private static final int LEAST_KEY_BYTES = 32;

    private final SecretKey key;
    private final JwtEncoder encoder;
    private final Duration lifetime;

    AccessTokens(SecuritySettings settings) {
        this.key = key(settings);
        this.encoder = NimbusJwtEncoder.withSecretKey(key)
                .algorithm(MacAlgorithm.HS256)
                .build();
        this.lifetime = settings.jwt().lifetime();
    }

    String issue(UUID account, UUID session) {
        Instant now = Instant.now();
        var claims = JwtClaimsSet.builder()
                .issuer(ISSUER)
                .subject(account.toString())
                .claim(SESSION, session.toString())
                .issuedAt(now)
                .expiresAt(now.plus(lifetime))
                .build();
        var header = JwsHeader.with(MacAlgorithm.HS256).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }

    Duration lifetime() {
        return lifetime;
    }

    JwtDecoder decoder() {
        var time = new JwtTimestampValidator(Duration.ZERO);
        var decoder = NimbusJwtDecoder.withSecretKey(key)
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(time, new JwtIssuerValidator(ISSUER)));
        return new CheckedTokens(decoder, time);
    }

    private static SecretKey key(SecuritySettings settings) {
        var file = settings.jwt().keyFile();
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(SecuritySettings.secret(file));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(file + " should hold random bytes in Base64", e);
        }
        if (bytes.length < LEAST_KEY_BYTES) {
            throw new IllegalStateException(file + " should hold at least " + LEAST_KEY_BYTES + " random bytes");
        }
        return new SecretKeySpec(bytes, "HmacSHA256");
    }
}
