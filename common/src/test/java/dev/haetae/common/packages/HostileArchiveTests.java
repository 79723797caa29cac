package dev.haetae.common.packages;

import static dev.haetae.common.packages.PackageBuilder.aPackage;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that are damaged, or made to harm their reader. */
class HostileArchiveTests {

    private static final int SIZE = 24;
    private static final int CHECKSUM = 16;
    private static final int FLAGS = 8;
    private static final int METHOD = 10;

    @TempDir
    Path temporary;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil",
                "data/../../evil",
                "/etc/passwd",
                "data//evil",
                "./evil",
                "data\\evil",
                "..",
                "data/\u0001evil",
                "data/evil/../x.in"
            })
    void refusesPathsThatLeadElsewhere(String path) throws IOException {
        assertThat(reasons(aPackage().with(path, "x")))
                .singleElement()
                .asString()
                .contains("the path ");
        assertThat(temporary.resolve("evil")).doesNotExist();
    }

    @Test
    void refusesAPathThatIsTooLong() throws IOException {
        assertThat(reasons(aPackage().with("data/" + "x".repeat(1_000), "")))
                .singleElement()
                .asString()
                .endsWith("the path is longer than 1000 characters");
    }

    @Test
    void refusesMoreEntriesThanItCanBear() throws IOException {
        Path zip = temporary.resolve("x.zip");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(zip));
                ZipOutputStream entries = new ZipOutputStream(out)) {
            for (int i = 0; i <= 100_000; i++) {
                entries.putNextEntry(new ZipEntry("data/secret/" + i + ".in"));
            }
        }

        assertThat(reasons(zip, PackageBounds.DEFAULT)).containsExactly("the package has more than 100000 entries");
        assertThat(temporary.resolve("scratch")).isEmptyDirectory();
    }

    @Test
    void readsAnArchiveOfSixtyFourBits() throws IOException {
        PackageBuilder builder = aPackage();
        for (int i = 0; i < 70_000; i++) {
            builder.with("data/secret/" + i + ".hint", "");
        }

        assertThat(read(builder.zip(temporary.resolve("x.zip")), PackageBounds.DEFAULT))
                .isInstanceOf(PackageResult.Read.class);
    }

    @Test
    void refusesAFileThatSaysItIsTooLarge() throws IOException {
        Path zip = ZipPatch.of(aPackage().with("data/secret/2.in", "x").zip(temporary.resolve("x.zip")))
                .set32("data/secret/2.in", SIZE, 0x8000_0000)
                .write();

        assertThat(reasons(zip, PackageBounds.DEFAULT))
                .containsExactly("data/secret/2.in: the file is larger than 1073741824 bytes");
    }

    @Test
    void refusesABomb() throws IOException {
        PackageBuilder builder = aPackage();
        for (int i = 0; i < 10; i++) {
            builder.with("data/secret/" + i + ".hint", new byte[100_000]);
        }

        assertThat(reasons(builder.zip(temporary.resolve("x.zip")), new PackageBounds(100, 100_000, 950_000)))
                .containsExactly("data/secret/9.hint: with this file the package is larger than 950000 bytes");
    }

    @Test
    void refusesABombThatSaysItIsSmallAndStopsUnpackingIt() throws IOException {
        Path zip = ZipPatch.of(aPackage()
                        .with("data/secret/2.in", new byte[50_000_000])
                        .zip(temporary.resolve("x.zip")))
                .set32("data/secret/2.in", SIZE, 10)
                .write();

        assertThat(reasons(zip, PackageBounds.DEFAULT))
                .containsExactly("data/secret/2.in: the entry's content is not what the archive says of its size and"
                        + " checksum");
        try (Stream<Path> unpacked = Files.list(temporary.resolve("scratch"))) {
            assertThat(unpacked)
                    .allSatisfy(file -> assertThat(file.toFile()).size().isLessThan(1_000_000));
        }
    }

    @Test
    void refusesAWrongChecksum() throws IOException {
        Path zip = ZipPatch.of(aPackage().zip(temporary.resolve("x.zip")))
                .set32("data/secret/1.in", CHECKSUM, 12345)
                .write();

        assertThat(reasons(zip, PackageBounds.DEFAULT))
                .containsExactly("data/secret/1.in: the entry's content is not what the archive says of its size and"
                        + " checksum");
    }

    @Test
    void refusesTwoEntriesOfOneName() throws IOException {
        Path zip = ZipPatch.of(aPackage().with("data/secret/2.in", "x").zip(temporary.resolve("x.zip")))
                .rename("data/secret/2.in", "data/secret/1.in")
                .write();

        assertThat(reasons(zip, PackageBounds.DEFAULT))
                .containsExactly("data/secret/1.in: the archive has two entries of this name");
    }

    @Test
    void refusesNamesThatAreNotUtf8() throws IOException {
        Path zip = temporary.resolve("x.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out, StandardCharsets.ISO_8859_1)) {
            entries.putNextEntry(new ZipEntry("data/secret/é.in"));
        }

        assertThat(reasons(zip, PackageBounds.DEFAULT))
                .singleElement()
                .asString()
                .startsWith("the zip archive is damaged, or its names are not UTF-8: ");
    }

    @Test
    void refusesAnEncryptedArchive() throws IOException {
        Path zip = ZipPatch.of(aPackage().zip(temporary.resolve("x.zip")))
                .set16("data/secret/1.in", FLAGS, 1)
                .write();

        assertThat(reasons(zip, PackageBounds.DEFAULT))
                .singleElement()
                .asString()
                .contains("encrypted");
    }

    @Test
    void refusesAnUnknownCompression() throws IOException {
        Path zip = ZipPatch.of(aPackage().zip(temporary.resolve("x.zip")))
                .set16("data/secret/1.in", METHOD, 93)
                .write();

        assertThat(reasons(zip, PackageBounds.DEFAULT))
                .singleElement()
                .asString()
                .contains("compression method");
    }

    @Test
    void refusesDamagedContent() throws IOException {
        byte[] noise = new byte[200_000];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) (i * i >> 7);
        }
        Path zip = aPackage().with("data/secret/0.hint", noise).zip(temporary.resolve("x.zip"));
        byte[] bytes = Files.readAllBytes(zip);
        for (int i = 0; i < 500; i++) {
            bytes[bytes.length / 2 + i] ^= 0x55;
        }
        Files.write(zip, bytes);

        assertThat(reasons(zip, PackageBounds.DEFAULT))
                .singleElement()
                .asString()
                .startsWith("data/secret/0.hint: ");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 21, 22, 500})
    void refusesWhatIsNoArchive(int length) throws IOException {
        Path file = Files.write(
                temporary.resolve("x.zip"),
                "PK\5\6".repeat(200).substring(0, length).getBytes());

        assertThat(reasons(file, PackageBounds.DEFAULT)).hasSize(1);
    }

    @Test
    void refusesATruncatedArchive() throws IOException {
        Path zip = aPackage().zip(temporary.resolve("x.zip"));
        byte[] bytes = Files.readAllBytes(zip);
        Files.write(zip, Arrays.copyOf(bytes, bytes.length - 30));

        assertThat(reasons(zip, PackageBounds.DEFAULT)).containsExactly("this is not a zip archive");
    }

    @Test
    void refusesAnEmptyArchive() throws IOException {
        assertThat(reasons(PackageBuilder.nothing()))
                .containsExactly("problem.yaml: the file is missing, in the root and in a single folder there");
    }

    private List<String> reasons(PackageBuilder builder) throws IOException {
        return reasons(builder.zip(temporary.resolve("x.zip")), PackageBounds.DEFAULT);
    }

    private List<String> reasons(Path zip, PackageBounds bounds) throws IOException {
        return switch (read(zip, bounds)) {
            case PackageResult.Read(ProblemPackage problem) -> throw new AssertionError("read: " + problem);
            case PackageResult.Refused(List<Finding> reasons) ->
                reasons.stream().map(Finding::toString).toList();
        };
    }

    private PackageResult read(Path zip, PackageBounds bounds) throws IOException {
        return PackageReader.read(zip, "x.zip", Files.createDirectory(temporary.resolve("scratch")), bounds);
    }
}
