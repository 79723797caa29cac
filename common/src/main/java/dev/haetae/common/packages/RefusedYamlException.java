package dev.haetae.common.packages;

/** Ends the reading of a document from deep inside; it never leaves {@link YamlReader}. */
final class RefusedYamlException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String reason;
    private final int line;

    RefusedYamlException(String reason, int line) {
        super(reason);
        this.reason = reason;
        this.line = line;
    }

    String reason() {
        return reason;
    }

    int line() {
        return line;
    }
}
