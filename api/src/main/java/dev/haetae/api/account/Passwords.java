package dev.haetae.api.account;

import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with bcrypt. Argon2 resists graphics cards better, but needs another cryptographic library and up to tens
 * of MiB for each login, which somebody who knocks without pause would turn against us; PBKDF2 costs an attacker least. bcrypt
 * reads no more than 72 bytes, so longer passwords are refused instead of cut.
 */
@Component
class Passwords {

    /** Longest password in bytes of UTF-8. */
    static final int MOST_BYTES = 72;

    /** Of random bytes that nobody kept. Made anew at each start, it would cost as much as a login does. */
    static final String NOBODYS = "$2a$10$ATFLnDny8WZh8e62Inf9heOmi07Y0mPAcptufS3VNgLi4v1mi93rG";

    private static final int COST = 10;

    private final PasswordEncoder bcrypt = new BCryptPasswordEncoder(COST);

    /** A salted hash for storing. */
    String hash(String password) {
        return bcrypt.encode(password);
    }

    boolean matches(String password, String hash) {
        return bcrypt.matches(password, hash);
    }

    /** Takes the time of {@link #matches}, so that the answer's time does not tell whether an account exists. */
    void pretend(String password) {
        bcrypt.matches(password, NOBODYS);
    }
}
