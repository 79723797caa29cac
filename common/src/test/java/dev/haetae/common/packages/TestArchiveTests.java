package dev.haetae.common.packages;

import static dev.haetae.common.packages.PackageBuilder.nothing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.haetae.common.packages.TestArchive.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Archives of nothing but tests. */
class TestArchiveTests {

    @TempDir
    Path temporary;

    @Test
    void takesWhatLiesOutsideSampleForSecret() throws IOException {
        PackageBuilder archive = nothing()
                .with("sample/1.in", "1")
                .with("sample/1.ans", "1")
                .with("secret/big/2.in", "2")
                .with("secret/big/2.ans", "2")
                .with("3.in", "3")
                .with("3.out", "3");

        assertThat(names(read(archive))).containsExactly("sample/1", "secret/3", "secret/big/2");
    }

    @Test
    void looksIntoTheOnlyTopFolder() throws IOException {
        PackageBuilder archive = nothing()
                .with("sample/1.in", "1")
                .with("sample/1.ans", "1")
                .with("2.in", "2")
                .with("2.ans", "2")
                .in("data");

        assertThat(names(read(archive))).containsExactly("sample/1", "secret/2");
    }

    @Test
    void neverTakesSamplesAloneForSecretTests() throws IOException {
        assertThat(names(read(nothing().with("sample/1.in", "1").with("sample/1.ans", "1"))))
                .containsExactly("sample/1");
    }

    @Test
    void warnsOfWhatItIgnores() throws IOException {
        Result result = read(nothing().with("1.in", "1").with("1.ans", "1").with("readme.txt", ""));

        assertThat(result)
                .asInstanceOf(type(Result.Read.class))
                .extracting(Result.Read::warnings)
                .asString()
                .contains("readme.txt");
    }

    @ParameterizedTest
    @CsvSource({
        "1.in,              1.in: the test has no answer: 1.ans or 1.out",
        "1.ans,             1.ans: the answer has no input: 1.in",
        "1.in 1.ans 1.out,  1.in: the test has two answers: 1.ans and 1.out",
        "a b.in:a b.ans,    a b.in: the name of a test",
        "1.in 1.ans secret/1.in secret/1.ans, secret/1.in: the test secret/1 is there twice",
        "readme.txt,        there is no test",
        "../1.in,           ../1.in: the path is not a plain path"
    })
    void namesTheFileThatIsWrong(String files, String reason) throws IOException {
        PackageBuilder archive = nothing();
        for (String file : files.split(files.contains(":") ? ":" : " ")) {
            archive.with(file, "x");
        }

        assertThat(reasons(read(archive))).singleElement().asString().startsWith(reason);
    }

    @Test
    void isBoundAsPackagesAre() throws IOException {
        PackageBuilder archive = nothing().with("1.in", "x".repeat(2_000)).with("1.ans", "1");

        Result result = TestArchive.read(zip(archive), scratch(), new PackageBounds(100, 1_000, 10_000));

        assertThat(reasons(result)).singleElement().asString().contains("1.in: the file is larger than 1000 bytes");
    }

    private Result read(PackageBuilder archive) throws IOException {
        return TestArchive.read(zip(archive), scratch());
    }

    private Path zip(PackageBuilder archive) throws IOException {
        return archive.zip(temporary.resolve("tests.zip"));
    }

    private Path scratch() throws IOException {
        return Files.createDirectory(temporary.resolve("scratch"));
    }

    private static List<String> names(Result result) {
        return switch (result) {
            case Result.Read(var tests, var _) ->
                tests.stream().map(TestArchive.Files::name).toList();
            case Result.Refused(var reasons) -> throw new AssertionError(reasons);
        };
    }

    private static List<Finding> reasons(Result result) {
        return switch (result) {
            case Result.Read(var tests, var _) -> throw new AssertionError(tests);
            case Result.Refused(var reasons) -> reasons;
        };
    }
}
