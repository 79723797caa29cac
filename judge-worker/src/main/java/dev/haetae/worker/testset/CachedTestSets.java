package dev.haetae.worker.testset;

import dev.haetae.common.BlobRef;
import dev.haetae.common.FileRef;
import dev.haetae.common.InputValidation;
import dev.haetae.common.JudgeResult.FaultyPart;
import dev.haetae.common.MalformedMessageException;
import dev.haetae.common.ProgramSpec;
import dev.haetae.common.TestCase;
import dev.haetae.common.TestSet;
import dev.haetae.common.TestSetRef;
import dev.haetae.common.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Test sets of the cache: first the manifest, then all its blobs at a time. */
final class CachedTestSets implements TestSets {

    private final BlobCache cache;

    CachedTestSets(BlobCache cache) {
        this.cache = cache;
    }

    @Override
    public OpenTestSet open(TestSetRef ref) throws InterruptedException {
        Map<BlobRef, Path> pinned = new ConcurrentHashMap<>();
        Runnable unpin = () -> pinned.keySet().forEach(cache::unpin);
        boolean open = false;
        try {
            TestSet set = manifest(ref, pin(ref.manifest(), pinned));
            pinAll(blobs(set), pinned);
            open = true;
            return new OpenTestSet(set, pinned, unpin);
        } finally {
            if (!open) {
                unpin.run();
            }
        }
    }

    private Path pin(BlobRef blob, Map<BlobRef, Path> pinned) throws InterruptedException {
        Path file = cache.pin(blob);
        pinned.put(blob, file);
        return file;
    }

    private void pinAll(List<BlobRef> blobs, Map<BlobRef, Path> pinned) throws InterruptedException {
        List<Callable<Path>> pins = blobs.stream()
                .<Callable<Path>>map(blob -> () -> pin(blob, pinned))
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Path> pin : threads.invokeAll(pins)) {
                pin.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof TestDataException cause
                    ? cause
                    : new IllegalStateException("Test data cannot be fetched", e.getCause());
        }
    }

    private static List<BlobRef> blobs(TestSet set) {
        Stream<BlobRef> tests = set.tests().stream().flatMap(CachedTestSets::blobs);
        Stream<BlobRef> grader =
                set.grader() == null ? Stream.empty() : files(set.grader().program());
        Stream<BlobRef> outputs = set.outputsBeside(set.tests()).stream()
                .flatMap(check -> Stream.concat(blobs(check.test()), Stream.of(check.output())));
        Stream<BlobRef> model = set.model() == null
                ? Stream.empty()
                : set.model().files().stream().map(FileRef::content);
        return Stream.of(tests, blobs(set.inputs()), grader, outputs, model)
                .flatMap(blobs -> blobs)
                .distinct()
                .toList();
    }

    private static Stream<BlobRef> blobs(@Nullable InputValidation inputs) {
        return inputs == null
                ? Stream.empty()
                : Stream.concat(
                        inputs.validators().stream().flatMap(CachedTestSets::files),
                        inputs.others().stream().flatMap(CachedTestSets::blobs));
    }

    private static Stream<BlobRef> blobs(InputValidation.OtherInput other) {
        Stream<BlobRef> own = other.invocation() == null
                ? Stream.empty()
                : other.invocation().files().stream().map(FileRef::content);
        return Stream.concat(Stream.of(other.input()), own);
    }

    private static Stream<BlobRef> blobs(TestCase test) {
        Stream<BlobRef> own = Stream.concat(
                Stream.of(test.input(), test.answer()),
                test.howToRun().files().stream().map(FileRef::content));
        return Stream.concat(own, test.checker().programs().stream().flatMap(CachedTestSets::files));
    }

    private static Stream<BlobRef> files(ProgramSpec program) {
        return program.files().stream().map(FileRef::content);
    }

    private static TestSet manifest(TestSetRef ref, Path file) {
        try {
            TestSet set = Wire.read(Files.readAllBytes(file), TestSet.class);
            if (set.tests().size() != ref.tests()) {
                throw new TestDataException(
                        FaultyPart.PROBLEM,
                        "Test set " + ref.manifest().sha256() + " lists "
                                + set.tests().size() + " tests, not " + ref.tests(),
                        null);
            }
            return set;
        } catch (MalformedMessageException e) {
            throw new TestDataException(
                    FaultyPart.PROBLEM, "Test set " + ref.manifest().sha256() + " cannot be read", e);
        } catch (IOException e) {
            throw new TestDataException(FaultyPart.WORKER, "The cache cannot be read: " + e.getMessage(), e);
        }
    }
}
