package dev.haetae.api.account;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.haetae.api.web.Sha256;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Refresh tokens, of which only hashes are stored. Each is used once and replaced by the next of its family, which began with
 * a login; one that comes a second time is in two hands, so the family ends.
 */
@Component
class RefreshTokens {

    private static final Duration LIFETIME = Duration.ofDays(14);
    private static final int RANDOM_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;

    RefreshTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins a family. */
    Issued begin(UUID account) {
        return issue(account, UuidCreator.getTimeOrderedEpoch());
    }

    /** Replaces a token by the next one; empty when it is unknown, expired or was used before. */
    @Transactional
    Optional<Issued> rotate(String token) {
        byte[] hash = Sha256.of(token);
        Optional<Issued> used = jdbc.sql("""
                        update refresh_token set used_at = now()
                         where hash = :hash and used_at is null and expires_at > now()
                        returning account_id, family
                        """)
                .param("hash", hash)
                .query((row, number) ->
                        new Issued("", row.getObject("account_id", UUID.class), row.getObject("family", UUID.class)))
                .optional();
        if (used.isEmpty()) {
            jdbc.sql("""
                            delete from refresh_token
                             where family = (select family from refresh_token where hash = :hash and used_at is not null)
                            """).param("hash", hash).update();
        }
        return used.map(old -> issue(old.account(), old.family()));
    }

    /** Ends a family. */
    void revoke(UUID family) {
        jdbc.sql("delete from refresh_token where family = :family")
                .param("family", family)
                .update();
    }

    /** Ends every family of an account. */
    void revokeAll(UUID account) {
        jdbc.sql("delete from refresh_token where account_id = :account")
                .param("account", account)
                .update();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT7M")
    void purge() {
        jdbc.sql("delete from refresh_token where expires_at <= now()").update();
    }

    private Issued issue(UUID account, UUID family) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = Instant.now();
        jdbc.sql("""
                        insert into refresh_token (hash, family, account_id, issued_at, expires_at)
                        values (:hash, :family, :account, :now, :expires)
                        """)
                .param("hash", Sha256.of(token))
                .param("family", family)
                .param("account", account)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", now.plus(LIFETIME).atOffset(ZoneOffset.UTC))
                .update();
        return new Issued(token, account, family);
    }

    /**
     * A token for its holder.
     *
     * @param token what the client keeps
     * @param account whose it is
     * @param family the login that it goes back to
     */
    record Issued(String token, UUID account, UUID family) {}
}
