package dev.haetae.api.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted.
 *
 * @param limit how many items, 1 to 100
 * @param after the key of the last item of the page before, or null for the first page
 */
public record Paging(int limit, @Nullable String after) {

    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;
    private static final int MAX_CURSOR = 1_000;

    /**
     * Reads the two query parameters of every list.
     *
     * @throws RefusedException when they break a rule
     */
    public static Paging of(@Nullable Integer limit, @Nullable String after) {
        int wanted = limit == null ? DEFAULT_LIMIT : limit;
        if (wanted < 1 || wanted > MAX_LIMIT) {
            throw RefusedException.invalid("limit", "must be between 1 and " + MAX_LIMIT);
        }
        return new Paging(wanted, after == null ? null : key(after));
    }

    /** How many rows to read: one more than the page holds, to know whether another follows. */
    public int fetch() {
        return limit + 1;
    }

    /**
     * The key, where it is an id.
     *
     * @throws RefusedException when the cursor is none of such a list
     */
    public @Nullable UUID afterId() {
        if (after == null) {
            return null;
        }
        try {
            return UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw notACursor();
        }
    }

    static String cursor(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String key(String cursor) {
        if (cursor.length() > MAX_CURSOR) {
            throw notACursor();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            String key = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (key.isEmpty() || key.indexOf('\0') >= 0) {
                throw notACursor();
            }
            return key;
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw notACursor();
        }
    }

    private static RefusedException notACursor() {
        return RefusedException.invalid("after", "is not the next of a page");
    }
}
