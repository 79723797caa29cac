package dev.haetae.common.packages;

import dev.haetae.common.CheckerSpec;
import dev.haetae.common.FloatGrammar;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads flags from left to right, and stops at the first error. */
final class ValidatorFlagsParser {

    private static final Set<String> OTHER_TOLERANCES = Set.of("float_relative_tolerance", "float_absolute_tolerance");

    private final Deque<String> words;
    private final Set<String> seen = new HashSet<>();
    private boolean caseSensitive;
    private boolean spaceChangeSensitive;
    private @Nullable Double relative;
    private @Nullable Double absolute;

    ValidatorFlagsParser(List<String> words) {
        this.words = new ArrayDeque<>(words);
    }

    ValidatorFlags parse() {
        while (!words.isEmpty()) {
            String error = read(words.remove());
            if (error != null) {
                return new ValidatorFlags.Invalid(error);
            }
        }
        if (seen.contains("float_tolerance") && seen.removeAll(OTHER_TOLERANCES)) {
            return new ValidatorFlags.Invalid("float_tolerance cannot be given together with another tolerance");
        }
        return new ValidatorFlags.Valid(
                new CheckerSpec.DefaultValidator(caseSensitive, spaceChangeSensitive, relative, absolute));
    }

    private @Nullable String read(String flag) {
        if (!seen.add(flag)) {
            return flag + " is given more than once";
        }
        switch (flag) {
            case "case_sensitive" -> caseSensitive = true;
            case "space_change_sensitive" -> spaceChangeSensitive = true;
            case "float_tolerance", "float_relative_tolerance", "float_absolute_tolerance" -> {
                return readTolerance(flag);
            }
            default -> {
                return "the default validator has no flag " + flag;
            }
        }
        return null;
    }

    private @Nullable String readTolerance(String flag) {
        if (words.isEmpty()) {
            return flag + " needs a number";
        }
        String word = words.remove();
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        double tolerance = FloatGrammar.matches(bytes, 0, bytes.length) ? Double.parseDouble(word) : Double.NaN;
        if (!(tolerance >= 0 && tolerance < Double.POSITIVE_INFINITY)) {
            return flag + " needs a number that is not negative, not " + word;
        }
        if (!flag.equals("float_absolute_tolerance")) {
            relative = tolerance;
        }
        if (!flag.equals("float_relative_tolerance")) {
            absolute = tolerance;
        }
        return null;
    }
}
