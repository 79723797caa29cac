package dev.haetae.common;

import org.jspecify.annotations.Nullable;

/**
 * Why the inputs of a package cannot be trusted.
 *
 * @param validator the program's path in the package, or null when it is about all of them
 * @param input the name of the input, or null when it is about all of them
 * @param message what is wrong; the beginning of what the validator said is part of it
 */
public record InputFault(
        @Nullable String validator, @Nullable String input, String message) {

    @Override
    public String toString() {
        String place = input == null ? "" : input + ": ";
        return validator == null ? place + message : place + validator + " " + message;
    }
}
