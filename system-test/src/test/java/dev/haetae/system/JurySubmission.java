package dev.haetae.system;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One solution that a sample problem brings along.
 *
 * @param problem the problem's slug
 * @param language a language id
 * @param expected the verdicts that its folder allows
 * @param file its source
 */
record JurySubmission(String problem, String language, Set<String> expected, Path file) {

    private static final Pattern PLACE = Pattern.compile("([^/]+)/submissions/([^/]+)/[^/]+\\.([a-z]+)");

    private static final Pattern SCORE = Pattern.compile("@EXPECTED_SCORE@: ([0-9]+)");

    private static final Pattern SOLUTION =
            Pattern.compile("<solution tag=\"([a-z-]+)\">\\s*<source path=\"([^\"]+\\.([a-z]+))\"");

    /** The folders of the package format, and Polygon's tags; too much memory counts as a run-time error there. */
    private static final Map<String, Set<String>> EXPECTED = Map.of(
            "accepted", Set.of("ACCEPTED"),
            "main", Set.of("ACCEPTED"),
            "partially_accepted", Set.of("WRONG_ANSWER", "RUNTIME_ERROR", "TIME_LIMIT_EXCEEDED"),
            "wrong_answer", Set.of("WRONG_ANSWER"),
            "wrong-answer", Set.of("WRONG_ANSWER"),
            "presentation-error", Set.of("WRONG_ANSWER"),
            "time_limit_exceeded", Set.of("TIME_LIMIT_EXCEEDED"),
            "time-limit-exceeded", Set.of("TIME_LIMIT_EXCEEDED"),
            "run_time_error", Set.of("RUNTIME_ERROR", "MEMORY_LIMIT_EXCEEDED"),
            "failed", Set.of("RUNTIME_ERROR", "MEMORY_LIMIT_EXCEEDED"));

    /** By extension; the formats' Python is judged by PyPy. */
    private static final Map<String, String> LANGUAGES =
            Map.of("c", "c", "cpp", "cpp", "cc", "cpp", "java", "java", "py", "pypy3", "js", "javascript");

    /** Those of all sample problems, in order. */
    static List<JurySubmission> all() throws IOException {
        Path problems = Launcher.project().resolve("problems");
        List<JurySubmission> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(problems)) {
            for (Path file : files.sorted().toList()) {
                Matcher place = PLACE.matcher(problems.relativize(file).toString());
                if (place.matches()) {
                    all.add(of(place.group(1), place.group(2), place.group(3), file));
                } else if (file.endsWith("problem.xml")) {
                    all.addAll(ofPolygon(requireNonNull(file.getParent())));
                }
            }
        }
        return all;
    }

    private static List<JurySubmission> ofPolygon(Path problem) throws IOException {
        Matcher solution = SOLUTION.matcher(Files.readString(problem.resolve("problem.xml")));
        List<JurySubmission> all = new ArrayList<>();
        while (solution.find()) {
            Path file = problem.resolve(solution.group(2));
            all.add(of(requireNonNull(problem.getFileName()).toString(), solution.group(1), solution.group(3), file));
        }
        return all;
    }

    private static JurySubmission of(String problem, String expected, String extension, Path file) {
        return new JurySubmission(
                problem, requireNonNull(LANGUAGES.get(extension)), requireNonNull(EXPECTED.get(expected)), file);
    }

    /** What its comment says that it gets. */
    Optional<BigDecimal> score() throws IOException {
        return SCORE.matcher(source())
                .results()
                .map(score -> new BigDecimal(score.group(1)))
                .findFirst();
    }

    String source() throws IOException {
        return Files.readString(file);
    }

    @Override
    public String toString() {
        return file.subpath(file.getNameCount() - 4, file.getNameCount()).toString();
    }
}
