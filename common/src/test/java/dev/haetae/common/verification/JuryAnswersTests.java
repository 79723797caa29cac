package dev.haetae.common.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.common.SourceFile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JuryAnswersTests {

    private static final List<String> TESTS = List.of("sample/1", "secret/1", "secret/a/2", "secret/3");

    @Test
    void belongToTheTestOfTheirPath() {
        assertThat(tests("sample/1.out", "secret/1.ans", "secret/a/2.txt", "secret/3"))
                .containsExactly("sample/1", "secret/1", "secret/a/2", "secret/3");
    }

    @Test
    void belongToTheOnlyTestWhoseNameEndsSo() {
        assertThat(tests("3.out", "a/2.out", "2.out")).containsExactly("secret/3", "secret/a/2", "secret/a/2");
    }

    @Test
    void belongToNoneWhereTheTestIsUnknownOrOneOfTwo() {
        assertThat(tests("1.out", "4.out", "README.md")).isEmpty();
    }

    private static List<String> tests(String... files) {
        List<SourceFile> sources =
                Stream.of(files).map(file -> new SourceFile(file, new byte[0])).toList();
        return JuryAnswers.of(sources, TESTS).stream().map(SourceFile::name).toList();
    }
}
