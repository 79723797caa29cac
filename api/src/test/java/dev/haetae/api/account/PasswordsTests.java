package dev.haetae.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTests {

    private static final int ALGORITHM_AND_COST = "$2a$10$".length();

    private final Passwords passwords = new Passwords();

    @Test
    void knowsAPasswordByItsHash() {
        String hash = passwords.hash("correct horse");

        assertThat(passwords.matches("correct horse", hash)).isTrue();
        assertThat(passwords.matches("battery staple", hash)).isFalse();
    }

    @Test
    void takesAsLongForNobodysPasswordAsForSomebodys() {
        assertThat(Passwords.NOBODYS)
                .startsWith(passwords.hash("somebody's").substring(0, ALGORITHM_AND_COST))
                .hasSameSizeAs(passwords.hash("somebody's"));
    }
}
