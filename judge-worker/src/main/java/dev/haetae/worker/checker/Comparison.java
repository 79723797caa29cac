package dev.haetae.worker.checker;

import dev.haetae.common.scoring.Claim;

/** What judging an output has shown: with a claim of what it is worth, where a validator makes one. */
public sealed interface Comparison {

    /** What is said about it. */
    Feedback feedback();

    /** What it is said to be worth. */
    Claim claim();

    /** The output is right. */
    record Same(Feedback feedback, Claim claim) implements Comparison {

        /** Without a word. */
        public Same() {
            this(Feedback.NONE, Claim.NOTHING);
        }
    }

    /** The output is wrong. */
    record Different(Feedback feedback, Claim claim) implements Comparison {

        /**
         * It differs from the answer.
         *
         * @param message where and how the first difference shows, in printable characters, some hundred at most, for judges
         *     only: it quotes the answer
         */
        public Different(String message) {
            this(new Feedback(null, message), Claim.NOTHING);
        }
    }
}
