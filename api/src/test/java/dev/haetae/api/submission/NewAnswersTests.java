package dev.haetae.api.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.haetae.api.submission.NewSubmission.NewAnswer;
import dev.haetae.api.web.FieldViolation;
import dev.haetae.api.web.RefusedException;
import dev.haetae.common.SourceFile;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NewAnswersTests {

    private static final Set<String> TESTS = Set.of("sample/1", "secret/1", "secret/3", "secret/4");

    @Test
    void areKeptUnderTheNamesOfTheirTests() {
        List<SourceFile> answers = answers(
                        new NewAnswer("secret/1", "4\n", null), new NewAnswer("sample/1", null, new byte[] {0, 1}))
                .answers(TESTS);

        assertThat(answers).extracting(SourceFile::name).containsExactly("secret/1", "sample/1");
        assertThat(answers.getLast().content()).containsExactly(0, 1);
    }

    @Test
    void mayBeEmptyAndFewerThanTests() {
        assertThat(answers(new NewAnswer("secret/1", "", null)).answers(TESTS)).hasSize(1);
    }

    @Test
    void areRefusedByField() {
        assertThat(refusal(answers(
                        new NewAnswer("secret/2", "4", null),
                        new NewAnswer(null, "4", null),
                        new NewAnswer("secret/1", null, null),
                        new NewAnswer("secret/1", "4", null))))
                .containsExactly("answers[0].test", "answers[1].test", "answers[2].content", "answers[3].test");
    }

    @Test
    void cannotBeNull() {
        assertThat(refusal(answers((NewAnswer) null))).containsExactly("answers[0]");
    }

    @Test
    void cannotBeMoreThanTests() {
        assertThat(refusal(new NewSubmission(
                        null, null, null, null, Collections.nCopies(5, new NewAnswer(null, null, null)))))
                .containsExactly("answers");
    }

    @Test
    void cannotBeMissing() {
        assertThat(refusal(answers())).containsExactly("answers");
        assertThat(refusal(new NewSubmission(null, null, null, null, null))).containsExactly("answers");
    }

    @Test
    void standBesideNoProgram() {
        NewSubmission both = new NewSubmission("c", "x", List.of(), "x", List.of(new NewAnswer("secret/1", "4", null)));

        assertThat(refusal(both)).containsExactly("language", "source", "files", "entryPoint");
    }

    private static NewSubmission answers(@Nullable NewAnswer... answers) {
        return new NewSubmission(null, null, null, null, Arrays.asList(answers));
    }

    private static List<String> refusal(NewSubmission submission) {
        RefusedException refusal = catchThrowableOfType(RefusedException.class, () -> submission.answers(TESTS));
        return refusal.violations().stream().map(FieldViolation::field).toList();
    }
}
