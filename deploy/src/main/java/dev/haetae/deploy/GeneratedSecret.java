package dev.haetae.deploy;

import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.constructs.Construct;

/** Secrets that nobody chooses: letters and digits by chance, made with their stack. */
final class GeneratedSecret {

    private GeneratedSecret() {}

    /** What a service of ours shows to another one. */
    static Secret password(Construct scope, String id) {
        return of(scope, id, 40);
    }

    static Secret of(Construct scope, String id, int length) {
        return Secret.Builder.create(scope, id)
                .generateSecretString(SecretStringGenerator.builder()
                        .excludePunctuation(true)
                        .passwordLength(length)
                        .build())
                .build();
    }
}
