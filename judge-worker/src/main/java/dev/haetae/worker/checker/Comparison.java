package dev.haetae.worker.checker;

/** What comparing an output with the judges' answer has shown. */
public sealed interface Comparison {

    /** The output is right. */
    record Same() implements Comparison {}

    /**
     * The output is wrong.
     *
     * @param message where and how the first difference shows, in printable characters, some hundred at most, for judges
     *     only: it quotes the answer
     */
    record Different(String message) implements Comparison {}
}
