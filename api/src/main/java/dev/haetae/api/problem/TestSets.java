package dev.haetae.api.problem;

import dev.haetae.common.TestCase;
import dev.haetae.common.TestSet;
import dev.haetae.common.TestSetRef;
import dev.haetae.common.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The manifests of test sets in the blob store. */
@Component
class TestSets {

    /** Judging order: samples, then secret, each byte-lexicographic by path, whatever the locale. */
    private static final Comparator<TestCase> ORDER = Comparator.<TestCase, Boolean>comparing(
                    test -> !isSample(test.name()))
            .thenComparing(test -> test.name().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private final BlobStore blobs;

    TestSets(BlobStore blobs) {
        this.blobs = blobs;
    }

    /** Whether students see the test of that name. */
    static boolean isSample(String name) {
        return name.startsWith("sample/");
    }

    /** The tests in judging order. */
    static List<TestCase> sorted(List<TestCase> tests) {
        return tests.stream().sorted(ORDER).toList();
    }

    /** Keeps a set of tests, in judging order whatever theirs. */
    TestSetRef keep(List<TestCase> tests) {
        return keep(new TestSet(tests));
    }

    /** Keeps a set, its tests in judging order whatever theirs. */
    TestSetRef keep(TestSet set) {
        TestSet kept = new TestSet(sorted(set.tests()), set.inputs(), set.grader(), set.outputs(), set.model());
        return new TestSetRef(blobs.put(Wire.write(kept)), kept.tests().size());
    }

    TestSet read(TestSetRef tests) {
        String sha256 = tests.manifest().sha256();
        try {
            return Wire.read(blobs.get(tests.manifest()).getContentAsByteArray(), TestSet.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the manifest " + sha256 + " cannot be read", e);
        }
    }
}
