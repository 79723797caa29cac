package dev.haetae.api.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.haetae.api.submission.NewSubmission.NewFile;
import dev.haetae.api.web.FieldViolation;
import dev.haetae.api.web.RefusedException;
import dev.haetae.common.SourceFile;
import dev.haetae.common.language.Language;
import dev.haetae.common.language.Languages;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewSubmissionTests {

    private static final Language C = language("c");

    @Test
    void namesASourceThatCameWithoutAName() {
        assertThat(source("int main;").sources(C)).extracting(SourceFile::name).containsExactly("main.c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "class Main { }|Main.java",
                "public class Solution { }|Solution.java",
                "import java.util.*;  public final class A_1<T> { }|A_1.java",
                "class A { } public record B() { }|B.java"
            })
    void namesAJavaSourceAfterItsPublicClass(String source, String name) {
        assertThat(source(source).sources(language("java")))
                .extracting(SourceFile::name)
                .containsExactly(name);
    }

    @Test
    void keepsBytesAsTheyAre() {
        byte[] bytes = {'i', 0, (byte) 0xFF};

        List<SourceFile> sources = files(new NewFile("a.c", null, bytes)).sources(C);

        assertThat(sources).singleElement().extracting(SourceFile::content).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.c", "a/b.c", "/a.c", ".c", "-o.c", "a b.c", "", "é.c", "a\u0000.c", "a\n.c"})
    void refusesANameThatIsAPathOrAnOption(String name) {
        assertThat(refusal(files(new NewFile(name, "x", null)))).contains("files[0].name");
    }

    @Test
    void refusesANameOfMoreThan255Characters() {
        assertThat(refusal(files(new NewFile("a".repeat(254) + ".c", "x", null))))
                .contains("files[0].name");
    }

    @Test
    void refusesTheSameNameTwice() {
        assertThat(refusal(files(new NewFile("a.c", "x", null), new NewFile("a.c", "y", null))))
                .containsExactly("files[1].name");
    }

    @Test
    void refusesMoreThan16Files() {
        List<@Nullable NewFile> files = Collections.nCopies(17, new NewFile("a.c", "x", null));

        assertThat(refusal(new NewSubmission("c", null, files, null, null))).containsExactly("files");
    }

    @Test
    void refusesAFileThatIsNull() {
        assertThat(refusal(files(new NewFile("a.c", "x", null), null))).containsExactly("files[1]");
    }

    @Test
    void refusesAFileWithTwoContents() {
        assertThat(refusal(files(new NewFile("a.c", "x", new byte[] {'y'})))).containsExactly("files[0].content");
    }

    @Test
    void takesAnEmptyFileBesideOthersButNotAlone() {
        NewFile empty = new NewFile("a.c", null, new byte[0]);

        assertThat(files(empty, new NewFile("b.c", "x", null)).sources(C)).hasSize(2);
        assertThat(refusal(files(empty))).containsExactly("files");
    }

    @Test
    void refusesFilesOfAnotherLanguageOnly() {
        assertThat(refusal(files(new NewFile("a.py", "x", null)))).containsExactly("files");
    }

    @Test
    void refusesAnEmptySource() {
        assertThat(refusal(source(""))).containsExactly("source");
    }

    @Test
    void refusesAMissingSource() {
        assertThat(refusal(source(null))).containsExactly("source");
    }

    @Test
    void refusesSourceBesideFiles() {
        assertThat(refusal(new NewSubmission("c", "x", List.of(new NewFile("a.c", "x", null)), null, null)))
                .containsExactly("source");
    }

    @Test
    void refusesAnEntryPointThatIsAnOption() {
        assertThat(refusal(new NewSubmission("c", "x", null, "-J-agentpath", null)))
                .containsExactly("entryPoint");
    }

    private static NewSubmission source(@Nullable String source) {
        return new NewSubmission("c", source, null, null, null);
    }

    private static NewSubmission files(@Nullable NewFile... files) {
        return new NewSubmission("c", null, Arrays.asList(files), null, null);
    }

    private static Language language(String id) {
        return Languages.all().find(id).orElseThrow();
    }

    private static List<String> refusal(NewSubmission submission) {
        RefusedException refusal = catchThrowableOfType(RefusedException.class, () -> submission.sources(C));
        return refusal.violations().stream().map(FieldViolation::field).toList();
    }
}
