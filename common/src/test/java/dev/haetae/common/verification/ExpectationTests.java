package dev.haetae.common.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.common.SourceFile;
import dev.haetae.common.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What folders and comments expect. */
class ExpectationTests {

    @ParameterizedTest
    @CsvSource({
        "accepted,ACCEPTED,true",
        "accepted,WRONG_ANSWER,false",
        "wrong_answer,WRONG_ANSWER,true",
        "wrong_answer,RUNTIME_ERROR,false",
        "time_limit_exceeded,TIME_LIMIT_EXCEEDED,true",
        "run_time_error,RUNTIME_ERROR,true",
        "run_time_error,MEMORY_LIMIT_EXCEEDED,true",
        "run_time_error,TIME_LIMIT_EXCEEDED,false",
        "accepted,JUDGE_ERROR,false",
        "mixed,WRONG_ANSWER,true"
    })
    void takesTheFoldersWord(String folder, Verdict verdict, boolean met) {
        assertThat(Expectation.of(folder, sources("int main(void) { }")).isMetBy(verdict))
                .isEqualTo(met);
    }

    @Test
    void takesACommentsWordBeforeTheFolders() {
        Expectation expectation =
                Expectation.of("mixed", sources("// @EXPECTED_RESULTS@: WRONG-ANSWER, timelimit\nint x;"));

        assertThat(expectation.permitted()).containsExactly(Verdict.WRONG_ANSWER, Verdict.TIME_LIMIT_EXCEEDED);
    }

    @Test
    void readsNoFurtherThanTheCommentsLine() {
        Expectation expectation = Expectation.of("accepted", sources("# @EXPECTED_RESULTS@: CORRECT\n, TIMELIMIT"));

        assertThat(expectation.permitted()).containsExactly(Verdict.ACCEPTED);
    }

    @Test
    void goesBackToTheFolderForACommentThatItCannotRead() {
        Expectation expectation = Expectation.of("accepted", sources("# @EXPECTED_RESULTS@: CHECK-MANUALLY"));

        assertThat(expectation.permitted()).containsExactly(Verdict.ACCEPTED);
    }

    private static List<SourceFile> sources(String text) {
        return List.of(new SourceFile("a.c", text.getBytes(StandardCharsets.UTF_8)));
    }
}
