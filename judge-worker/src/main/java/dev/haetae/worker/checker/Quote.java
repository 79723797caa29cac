package dev.haetae.worker.checker;

/** Shows a part of an output to people: printable ASCII, of bounded length, with all else escaped. */
final class Quote {

    private static final int BEFORE = 16;
    private static final int LONGEST = 64;

    private Quote() {}

    /** The head of the reader's chunk. */
    static String of(RunReader chunk) {
        return around(chunk, 0);
    }

    /** The part of the reader's chunk around the given byte. */
    static String around(RunReader chunk, int position) {
        int first = Math.max(0, Math.min(position, chunk.length()) - BEFORE);
        int last = Math.min(chunk.length(), first + LONGEST);
        StringBuilder quote = new StringBuilder(first > 0 ? "…\"" : "\"");
        for (int i = first; i < last; i++) {
            append(quote, chunk.buffer()[chunk.start() + i]);
        }
        return quote.append(last < chunk.length() ? "\"…" : "\"").toString();
    }

    private static void append(StringBuilder quote, byte b) {
        switch (b) {
            case '\n' -> quote.append("\\n");
            case '\r' -> quote.append("\\r");
            case '\t' -> quote.append("\\t");
            case '"', '\\' -> quote.append('\\').append((char) b);
            default -> {
                if (b >= ' ' && b < 0x7F) {
                    quote.append((char) b);
                } else {
                    quote.append("\\x%02X".formatted(b));
                }
            }
        }
    }
}
