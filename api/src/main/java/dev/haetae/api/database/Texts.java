package dev.haetae.api.database;

/** What PostgreSQL can keep as text. */
public final class Texts {

    private Texts() {}

    /** The text with U+FFFD for U+0000, the one character that a column of text cannot hold. */
    public static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
