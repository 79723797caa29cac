package dev.haetae.worker.checker;

/** What judging an output has shown. */
public sealed interface Comparison {

    /** The output is right. */
    record Same(Feedback feedback) implements Comparison {

        /** Without a word. */
        public Same() {
            this(Feedback.NONE);
        }
    }

    /** The output is wrong. */
    record Different(Feedback feedback) implements Comparison {

        /**
         * It differs from the answer.
         *
         * @param message where and how the first difference shows, in printable characters, some hundred at most, for judges
         *     only: it quotes the answer
         */
        public Different(String message) {
            this(new Feedback(null, message));
        }
    }
}
