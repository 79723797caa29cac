package dev.haetae.common.packages;

import dev.haetae.common.CheckerSpec;
import java.util.List;

/** What the text of {@code validator_flags} asks of the default validator. */
public sealed interface ValidatorFlags {

    /** Every flag is known, given once and has its argument. */
    record Valid(CheckerSpec.DefaultValidator checker) implements ValidatorFlags {}

    /**
     * The text cannot be honoured.
     *
     * @param reason names the flag and what is wrong with it
     */
    record Invalid(String reason) implements ValidatorFlags {}

    /** Reads flags that are separated by white space; no text is no flag. */
    static ValidatorFlags parse(String text) {
        return parse(text.isBlank() ? List.of() : List.of(text.strip().split("\\s+")));
    }

    /** Reads arguments, each a flag or a flag's number. */
    static ValidatorFlags parse(List<String> words) {
        return new ValidatorFlagsParser(words).parse();
    }
}
