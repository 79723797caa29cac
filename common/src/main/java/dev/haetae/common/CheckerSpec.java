package dev.haetae.common;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a program's output is judged. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CheckerSpec.DefaultValidator.class, name = "default"),
    @JsonSubTypes.Type(value = CheckerSpec.OutputValidators.class, name = "output-validators"),
    @JsonSubTypes.Type(value = CheckerSpec.Interactor.class, name = "interactor"),
    @JsonSubTypes.Type(value = CheckerSpec.StaticValidator.class, name = "static-validator")
})
public sealed interface CheckerSpec {

    /** The programs of the jury that it needs, in the order in which they run. */
    List<ProgramSpec> programs();

    /** Whether one of them finds the submission's files in its work directory. */
    default boolean seesSubmission() {
        return programs().stream().anyMatch(ProgramSpec::runsBesideSubmission);
    }

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

        @Override
        public List<ProgramSpec> programs() {
            return List.of();
        }
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
     * @param checker judges what a testlib interactor wrote, when it found nothing wrong; null where the interactor alone decides
     */
    record Interactor(
            ProgramSpec program,
            List<String> arguments,
            ValidationLimits limits,
            @Nullable ProgramSpec checker) implements CheckerSpec {

        public Interactor {
            arguments = List.copyOf(arguments);
        }

        /** One that decides alone. */
        public Interactor(ProgramSpec program, List<String> arguments, ValidationLimits limits) {
            this(program, arguments, limits, null);
        }

        @Override
        public List<ProgramSpec> programs() {
            return Stream.of(program, checker).flatMap(Stream::ofNullable).toList();
        }

        /** Of a problem's programs: the interactor, and behind it a checker if there is one. */
        public static Interactor of(List<ProgramSpec> programs, List<String> arguments, ValidationLimits limits) {
            return new Interactor(programs.getFirst(), arguments, limits, programs.size() > 1 ? programs.get(1) : null);
        }
    }

    /**
     * The problem's own program that looks at the submission's files; nothing is run. Such a test has an empty input and an empty answer.
     *
     * @param arguments what follows the language, the entry point and the feedback directory on its command line
     * @param limits of each run, and of compiling
     */
    record StaticValidator(ProgramSpec program, List<String> arguments, ValidationLimits limits)
            implements CheckerSpec {

        public StaticValidator {
            program = program.besideSubmission();
            arguments = List.copyOf(arguments);
        }

        @Override
        public List<ProgramSpec> programs() {
            return List.of(program);
        }
    }
}
