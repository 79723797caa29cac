package dev.haetae.api.account;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Keys and doors.
 *
 * @param registration whether anybody may make an account
 * @param workerTokenFile file with the token by which workers read test data
 * @param corsOrigins origins of pages that may call, none by default
 * @param jwt access tokens
 * @param admin the first administrator
 */
@ConfigurationProperties("haetae")
record SecuritySettings(
        @DefaultValue("true") boolean registration,
        Path workerTokenFile,
        @DefaultValue List<String> corsOrigins,
        Jwt jwt,
        @DefaultValue Admin admin) {

    SecuritySettings {
        requireNonNull(workerTokenFile, "haetae.worker-token-file is not set");
        requireNonNull(jwt, "haetae.jwt.key-file is not set");
        corsOrigins = List.copyOf(corsOrigins);
    }

    /**
     * Access tokens.
     *
     * @param keyFile file with at least 32 random bytes in Base64, by which tokens are signed
     * @param lifetime how long a token is good
     */
    record Jwt(Path keyFile, @DefaultValue("30m") Duration lifetime) {

        Jwt {
            requireNonNull(keyFile, "haetae.jwt.key-file is not set");
        }
    }

    /**
     * The first administrator.
     *
     * @param username name of the account
     * @param passwordFile file with its password, or null to leave the accounts as they are
     */
    record Admin(
            @DefaultValue("admin") String username,
            @Nullable Path passwordFile) {}

    /** The text in a secret's file, without white space around it. */
    static String secret(Path file) {
        try {
            String text = Files.readString(file).strip();
            if (text.isEmpty()) {
                throw new IllegalStateException(file + " is empty: it should hold a secret");
            }
            return text;
        } catch (IOException e) {
            throw new IllegalStateException("could not read the secret in " + file, e);
        }
    }
}
