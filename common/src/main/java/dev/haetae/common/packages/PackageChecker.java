package dev.haetae.common.packages;

import dev.haetae.common.CheckerSpec;
import java.util.List;

/** How a package wants a test's output to be judged. */
public sealed interface PackageChecker {

    /** By the default validator with these flags. */
    record Default(CheckerSpec.DefaultValidator flags) implements PackageChecker {

        /** Without any flag. */
        public static final Default WITHOUT_FLAGS = new Default(CheckerSpec.DefaultValidator.WITHOUT_FLAGS);
    }

    /**
     * By all of the package's output validators.
     *
     * @param arguments what follows the feedback directory on their command line
     */
    record Custom(List<String> arguments) implements PackageChecker {

        public Custom {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * By the package's first output validator, while it talks with the program, and by its second one if there is one.
     *
     * @param arguments what follows the feedback directory on its command line
     */
    record Interactive(List<String> arguments) implements PackageChecker {

        public Interactive {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * By the package's static validator, which looks at the submission's files.
     *
     * @param arguments what follows the feedback directory on its command line
     */
    record Static(PackageProgram program, List<String> arguments) implements PackageChecker {

        public Static {
            arguments = List.copyOf(arguments);
        }
    }
}
