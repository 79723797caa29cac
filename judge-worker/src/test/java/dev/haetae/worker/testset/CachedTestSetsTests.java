package dev.haetae.worker.testset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.haetae.common.BlobRef;
import dev.haetae.common.CheckerSpec;
import dev.haetae.common.JudgeResult.FaultyPart;
import dev.haetae.common.TestCase;
import dev.haetae.common.TestSet;
import dev.haetae.common.TestSetRef;
import dev.haetae.common.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedTestSetsTests {

    private final Map<BlobRef, byte[]> known = new ConcurrentHashMap<>();

    @TempDir
    private Path directory;

    @Test
    void opensASetWithAllItsFiles() throws Exception {
        TestSetRef ref = manifest(new TestSet(List.of(test("in 1", "out"), test("in 2", "out"))), 2);

        try (OpenTestSet set = sets().open(ref)) {
            assertThat(set.tests()).hasSize(2);
            assertThat(set.file(set.tests().get(1).input())).hasContent("in 2");
            assertThat(set.file(set.tests().get(1).answer())).hasContent("out");
        }
    }

    @Test
    void letsGoOfTheFilesWhenItIsClosed() throws Exception {
        TestSetRef ref = manifest(new TestSet(List.of(test("in", "out"))), 1);

        sets().open(ref).close();

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void blamesTheProblemForAManifestThatIsNone() {
        TestSetRef ref = new TestSetRef(blob("[]"), 0);

        assertThat(failure(ref).faulty()).isEqualTo(FaultyPart.PROBLEM);
    }

    @Test
    void blamesTheProblemForASetOfAnotherSize() {
        TestSetRef ref = manifest(new TestSet(List.of(test("in", "out"))), 2);

        assertThat(failure(ref)).hasMessageContaining("lists 1 tests, not 2");
    }

    @Test
    void opensNothingWhenOneFileCannotBeHad() throws Exception {
        TestCase test = test("in", "out");
        known.remove(test.answer());

        assertThat(failure(manifest(new TestSet(List.of(test)), 1))).hasMessage("no such blob");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).isEmpty();
        }
    }

    private TestDataException failure(TestSetRef ref) {
        return assertThatExceptionOfType(TestDataException.class)
                .isThrownBy(() -> sets().open(ref))
                .actual();
    }

    /** A cache without room keeps a file only while it is in use. */
    private TestSets sets() throws IOException {
        return new CachedTestSets(new BlobCache(new BlobDirectory(directory, this::write), 0));
    }

    private TestCase test(String input, String answer) {
        return new TestCase(
                "secret/" + input, "secret", blob(input), blob(answer), CheckerSpec.DefaultValidator.WITHOUT_FLAGS);
    }

    private TestSetRef manifest(TestSet set, int tests) {
        return new TestSetRef(blob(Wire.write(set)), tests);
    }

    private BlobRef blob(String text) {
        return blob(Blobs.bytes(text));
    }

    private BlobRef blob(byte[] content) {
        BlobRef blob = Blobs.of(content);
        known.put(blob, content);
        return blob;
    }

    private void write(BlobRef blob, Path target) {
        byte[] content = known.get(blob);
        if (content == null) {
            throw new TestDataException(FaultyPart.PROBLEM, "no such blob", null);
        }
        try {
            Files.write(target, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
