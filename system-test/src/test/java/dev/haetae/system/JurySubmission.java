package dev.haetae.system;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
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

    /** The folders of the package format; too much memory counts as a run-time error there. */
    private static final Map<String, Set<String>> EXPECTED = Map.of(
            "accepted", Set.of("ACCEPTED"),
            "partially_accepted", Set.of("WRONG_ANSWER", "RUNTIME_ERROR", "TIME_LIMIT_EXCEEDED"),
            "wrong_answer", Set.of("WRONG_ANSWER"),
            "time_limit_exceeded", Set.of("TIME_LIMIT_EXCEEDED"),
            "run_time_error", Set.of("RUNTIME_ERROR", "MEMORY_LIMIT_EXCEEDED"));

    /** By extension; the formats' Python is judged by PyPy. */
    private static final Map<String, String> LANGUAGES =
            Map.of("c", "c", "cpp", "cpp", "cc", "cpp", "java", "java", "py", "pypy3", "js", "javascript");

    /** Those of all sample problems, in order. */
    static List<JurySubmission> all() throws IOException {
        Path problems = Launcher.project().resolve("problems");
        try (Stream<Path> files = Files.walk(problems)) {
            return files.map(file -> PLACE.matcher(problems.relativize(file).toString()))
                    .filter(Matcher::matches)
                    .map(place -> of(place, problems))
                    .sorted((one, other) -> one.file.compareTo(other.file))
                    .toList();
        }
    }

    private static JurySubmission of(MatchResult place, Path problems) {
        return new JurySubmission(
                place.group(1),
                requireNonNull(LANGUAGES.get(place.group(3))),
                requireNonNull(EXPECTED.get(place.group(2))),
                problems.resolve(place.group()));
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
