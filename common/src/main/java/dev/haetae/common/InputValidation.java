package dev.haetae.common;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the inputs of a test set are checked with, before anybody has to trust them.
 *
 * @param validators at least one; an input is right when each ends with 42 on it
 * @param limits of each run, and of each compiling
 * @param arguments what each validator gets, in their order: by the name of an input or, with a slash behind it, of its group; an input
 *     that neither stands for gets none
 * @param others inputs that nobody is judged on
 */
public record InputValidation(
        List<ProgramSpec> validators,
        ValidationLimits limits,
        Map<String, List<List<String>>> arguments,
        List<OtherInput> others) {

    public InputValidation {
        validators = List.copyOf(validators);
        arguments = Map.copyOf(arguments);
        others = List.copyOf(others);
        if (validators.isEmpty()) {
            throw new IllegalArgumentException("an input validator is missing");
        }
    }

    /**
     * An input that is there for the validators only.
     *
     * @param name path below the package's {@code data/}, without its ending: {@code invalid_input/empty}
     * @param valid whether all have to accept it, else at least one has to reject it
     * @param invocation with the arguments and the files that belong to it; null where there are none
     */
    public record OtherInput(
            String name,
            BlobRef input,
            boolean valid,
            @Nullable Invocation invocation) {

        public OtherInput {
            invocation = Invocation.PLAIN.equals(invocation) ? null : invocation;
        }
    }

    /** What a validator gets on its command line for an input, which is in a group. */
    public List<String> arguments(int validator, String input, String group) {
        List<List<String>> all = arguments.getOrDefault(input, arguments.getOrDefault(group + "/", List.of()));
        return validator < all.size() ? all.get(validator) : List.of();
    }
}
