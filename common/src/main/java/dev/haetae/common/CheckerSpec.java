package dev.haetae.common;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a program's output is judged. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CheckerSpec.DefaultValidator.class, name = "default"),
    @JsonSubTypes.Type(value = CheckerSpec.OutputValidators.class, name = "output-validators")
})
public sealed interface CheckerSpec {

    /**
     * The ICPC formats' default validator: tokens are compared, white space is not, unless its flags say otherwise.
     *
     * @param caseSensitive letters are compared with their case
     * @param spaceChangeSensitive white space is compared too, exactly
     * @param relativeTolerance greatest relative error of a floating-point token, or null
     * @param absoluteTolerance greatest absolute error of a floating-point token, or null
     */
    record DefaultValidator(
            boolean caseSensitive,
            boolean spaceChangeSensitive,
            @Nullable Double relativeTolerance,
            @Nullable Double absoluteTolerance)
            implements CheckerSpec {

        /** The validator without any flag. */
        public static final DefaultValidator WITHOUT_FLAGS = new DefaultValidator(false, false, null, null);
    }

    /**
     * The problem's own output validators, which end with 42 or 43; all have to accept.
     *
     * @param programs at least one
     * @param arguments what follows the input, the answer and the feedback directory on their command line
     * @param limits of each run, and of each compiling
     */
    record OutputValidators(List<ProgramSpec> programs, List<String> arguments, ValidationLimits limits)
            implements CheckerSpec {

        public OutputValidators {
            programs = List.copyOf(programs);
            arguments = List.copyOf(arguments);
            if (programs.isEmpty()) {
                throw new IllegalArgumentException("an output validator is missing");
            }
        }
    }
}
