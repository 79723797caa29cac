package dev.haetae.common;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a program's output is judged. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CheckerSpec.DefaultValidator.class, name = "default"),
    @JsonSubTypes.Type(value = CheckerSpec.OutputValidators.class, name = "output-validators"),
    @JsonSubTypes.Type(value = CheckerSpec.Interactor.class, name = "interactor")
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

    /**
     * The problem's own output validator, which talks with the program while both run: each one's output is the other's input. Only the
     * validator sees the test's input and answer.
     *
     * @param arguments what follows the input, the answer and the feedback directory on its command line
     * @param limits of each run, and of compiling; its time is counted by the clock, too, once the program has ended
     */
    record Interactor(ProgramSpec program, List<String> arguments, ValidationLimits limits) implements CheckerSpec {

        public Interactor {
            arguments = List.copyOf(arguments);
        }
    }
}
