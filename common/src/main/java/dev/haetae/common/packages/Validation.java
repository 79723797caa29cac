package dev.haetae.common.packages;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How a legacy package wants outputs to be judged. */
enum Validation {
    /** By the default validator. */
    DEFAULT("default"),
    /** By its own validators, when the program has ended. */
    CUSTOM("custom"),
    /** By its own validator, which talks with the program. */
    INTERACTIVE("custom interactive");

    private final String text;

    Validation(String text) {
        this.text = text;
    }

    /** What {@code problem.yaml} says by this text, or null when it is not supported. */
    static @Nullable Validation of(String text) {
        String words = String.join(" ", text.strip().split("\\s+"));
        return Arrays.stream(values())
                .filter(validation -> validation.text.equals(words))
                .findFirst()
                .orElse(null);
    }
}
