package dev.haetae.common.packages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.common.SourceFile;
import dev.haetae.common.verification.Expectation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a {@code submissions.yaml} that is written says of final verdicts. */
class SubmissionsTextTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    accepted                                     | {}
                    rejected                                     | {}
                    others                                       | {}
                    wrong_answer                                 | {permitted=[AC, WA, TLE, RTE]}
                    run_time_error                               | {permitted=[AC, WA, TLE, RTE]}
                    time_limit_exceeded                          | {permitted=[AC, WA, TLE, RTE]}
                    time_limit_exceeded_or_accepted              | {permitted=[AC, TLE]}
                    time_limit_exceeded_or_memory_limit_exceeded | {required=[TLE, RTE]}
                    brute_force                                  | {permitted=[AC, WA, TLE, RTE], required=[AC, WA, TLE, RTE]}
                    """)
    void demandsOfAFoldersTestsWhatItsNameDoesNot(String folder, String demand) {
        Map<String, Object> keys = of(Map.of(folder + "/a.c", expected(folder, "")), false);

        assertThat(keys.getOrDefault(folder, Map.of())).hasToString(demand);
        assertThat(keys.size()).isLessThan(2);
    }

    @Test
    void takesTheFoldersWordBackWhereASolutionsCommentSaysOther() {
        Map<String, Object> keys = of(
                Map.of(
                        "accepted/a.c", expected("accepted", ""),
                        "accepted/b.c", expected("accepted", "@EXPECTED_RESULTS@: WRONG-ANSWER, TIMELIMIT"),
                        "accepted/c.c", expected("accepted", "@EXPECTED_RESULTS@: COMPILER-ERROR")),
                false);

        assertThat(keys.entrySet())
                .extracting(Object::toString)
                .containsExactly(
                        "accepted={permitted=[AC, WA, TLE, RTE]}",
                        "accepted/a.c={permitted=[AC]}",
                        "accepted/b.c={required=[WA, TLE]}");
    }

    @Test
    void saysTheScoreOfACommentWhereThereAreScores() {
        Map<String, Expectation> solutions = Map.of("rejected/a.c", expected("rejected", "@EXPECTED_SCORE@: 4e1"));

        assertThat(of(solutions, true)).hasToString("{rejected={score=40}}");
        assertThat(of(solutions, false)).isEmpty();
    }

    private static Map<String, Object> of(Map<String, Expectation> solutions, boolean scored) {
        return SubmissionsText.of(new TreeMap<>(solutions), scored);
    }

    private static Expectation expected(String folder, String comment) {
        return Expectation.of(
                folder, List.of(new SourceFile("a.c", ("// " + comment + "\n").getBytes(StandardCharsets.UTF_8))));
    }
}
