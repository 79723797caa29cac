package dev.haetae.common.packages;

import static dev.haetae.common.packages.PackageBuilder.aPackage;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Symbolic links, in archives and in directories alike. */
class LinkTests {

    @TempDir
    Path temporary;

    @ParameterizedTest
    @CsvSource({"../sample/1.in", "./../../data/sample/1.in", "../secret/../sample/1.in"})
    void followsALinkToAFileInside(String target) throws IOException {
        for (Path source : withLink("data/secret/2.in", target)) {
            PackageResult.Read read = (PackageResult.Read) read(source);

            PackageFile input = read.problem().tests().get(2).input();
            assertThat(input.path()).isEqualTo("data/secret/2.in");
            assertThat(Files.readString(input.content())).isEqualTo("1 2\n");
        }
    }

    @Test
    void followsALinkToAFolderInside() throws IOException {
        for (Path source : withLink("data/secret/group", "../sample")) {
            assertThat(((PackageResult.Read) read(source)).problem().tests())
                    .extracting(PackageTest::name)
                    .containsExactly("sample/1", "secret/1", "secret/2", "secret/group/1");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/etc/passwd, the symbolic link leads out of the package",
        "../../../x, the symbolic link leads out of the package",
        "../../data/../../package/problem.yaml, the symbolic link leads out of the package",
        "../sample/9.in, 'the symbolic link leads to data/sample/9.in, which is not there'",
        "2.in, the symbolic links form a circle",
        "../secret, the symbolic link leads to a folder that it is in itself",
        "../.., the symbolic link leads to a folder that it is in itself"
    })
    void refusesALinkElsewhere(String target, String reason) throws IOException {
        for (Path source : withLink("data/secret/2.in", target)) {
            PackageResult.Refused refused = (PackageResult.Refused) read(source);

            assertThat(refused.reasons()).extracting(Finding::toString).containsExactly("data/secret/2.in: " + reason);
        }
    }

    @Test
    void followsALinkThroughALink() throws IOException {
        Path directory = aPackage().with("data/secret/2.ans", "3\n").directory(temporary.resolve("package"));
        Files.createSymbolicLink(directory.resolve("samples"), Path.of("data/sample"));
        Files.createSymbolicLink(directory.resolve("data/secret/2.in"), Path.of("../../samples/1.in"));

        PackageResult.Read read = (PackageResult.Read) read(directory);

        assertThat(Files.readString(read.problem().tests().get(2).input().content()))
                .isEqualTo("1 2\n");
    }

    @Test
    void refusesLinksThatMultiplyFiles() throws IOException {
        Path directory = aPackage().directory(temporary.resolve("package"));
        for (int i = 0; i < 10; i++) {
            Files.createSymbolicLink(directory.resolve("data/secret/g" + i), Path.of("../sample"));
        }

        PackageResult result = PackageReader.read(directory, "x", scratch(), new PackageBounds(25, 100, 1_000));

        assertThat(((PackageResult.Refused) result).reasons().getFirst().message())
                .isEqualTo("with its links followed the package has more than 25 files");
    }

    /** The same package as an archive and as a directory. */
    private List<Path> withLink(String link, String target) throws IOException {
        PackageBuilder builder = aPackage().with("data/secret/2.ans", "3\n");
        Path directory = builder.directory(temporary.resolve("package"));
        Files.createSymbolicLink(directory.resolve(link), Path.of(target));
        if (link.endsWith("group")) {
            builder.with("data/secret/2.in", "");
            Files.createFile(directory.resolve("data/secret/2.in"));
        }
        Path zip = builder.with(link, target).zip(temporary.resolve("x.zip"));
        return List.of(directory, ZipPatch.of(zip).link(link).write());
    }

    private PackageResult read(Path source) throws IOException {
        return PackageReader.read(source, "x", scratch());
    }

    private Path scratch() throws IOException {
        return Files.createTempDirectory(temporary, "scratch");
    }
}
