package dev.haetae.deploy;

import software.amazon.awscdk.services.secretsmanager.Secret;
import software.constructs.Construct;

/**
 * What the API keeps to itself.
 *
 * @param administrator the first administrator's password
 * @param signingKey of access tokens, base64: a new one ends every session
 * @param workerToken what workers show to read test data
 */
record ApiSecrets(Secret administrator, Secret signingKey, Secret workerToken) {

    static ApiSecrets in(Construct scope) {
        // 64 letters and digits are base64 of 48 bytes.
        return new ApiSecrets(
                GeneratedSecret.of(scope, "AdminPassword", 24),
                GeneratedSecret.of(scope, "SigningKey", 64),
                GeneratedSecret.of(scope, "WorkerToken", 48));
    }
}
