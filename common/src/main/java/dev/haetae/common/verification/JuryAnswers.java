package dev.haetae.common.verification;

import dev.haetae.common.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds the answers in a jury's solution to an output-only problem, which is a folder of files, each named after its test. */
public final class JuryAnswers {

    private static final String ENDING = "\\.(out|ans|txt)$";

    private JuryAnswers() {}

    /**
     * The answers by the names of their tests. A file is the answer to the test of its path without {@code .out}, {@code .ans} or
     * {@code .txt}, or to the only one whose name ends so; any other belongs to none.
     *
     * @param files by their paths below the solution's folder
     * @param tests the names of all tests
     */
    public static List<SourceFile> of(List<SourceFile> files, Collection<String> tests) {
        List<SourceFile> answers = new ArrayList<>();
        for (SourceFile file : files) {
            test(file.name().replaceFirst(ENDING, ""), tests)
                    .ifPresent(test -> answers.add(new SourceFile(test, file.content())));
        }
        return answers;
    }

    private static Optional<String> test(String name, Collection<String> tests) {
        if (tests.contains(name)) {
            return Optional.of(name);
        }
        List<String> ending =
                tests.stream().filter(test -> test.endsWith("/" + name)).toList();
        return ending.size() == 1 ? Optional.of(ending.getFirst()) : Optional.empty();
    }
}
