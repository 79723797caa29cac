package dev.haetae.api.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.exc.InvalidFormatException;

/** Tells a text that breaks its field's rule, being none of the names that there are or no base64, from a value of a wrong JSON type. */
final class UnreadableText {

    private UnreadableText() {}

    /** The rule that a body breaks; empty where a value in it is of a wrong type. */
    static Optional<FieldViolation> violation(InvalidFormatException e) {
        if (!(e.getValue() instanceof String)) {
            return Optional.empty();
        }
        Class<?> target = e.getTargetType();
        if (target == byte[].class) {
            return Optional.of(new FieldViolation(field(e.getPath()), "must be base64"));
        }
        return Optional.ofNullable(target.getEnumConstants()).map(names -> oneOf(e, names));
    }

    private static FieldViolation oneOf(InvalidFormatException e, Object[] names) {
        String all = Arrays.stream(names).map(Object::toString).collect(Collectors.joining(", "));
        return new FieldViolation(field(e.getPath()), "must be one of " + all);
    }

    /** Such as {@code files[0].contentBase64}. */
    private static String field(List<Reference> path) {
        StringBuilder field = new StringBuilder();
        for (Reference step : path) {
            String name = step.getPropertyName();
            if (name == null) {
                field.append('[').append(step.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(name);
            }
        }
        return field.toString();
    }
}
