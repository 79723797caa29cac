package dev.haetae.api.account;

/** What an account may do; one may have several. */
public enum Role {
    /** Solves problems. */
    STUDENT,
    /** Makes problems and reads everybody's submissions. */
    INSTRUCTOR,
    /** Everything. */
    ADMIN
}
