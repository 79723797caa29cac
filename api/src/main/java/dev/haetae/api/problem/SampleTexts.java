package dev.haetae.api.problem;

import dev.haetae.api.database.Texts;
import dev.haetae.api.problem.statement.Sample;
import dev.haetae.common.BlobRef;
import dev.haetae.common.CheckerSpec;
import dev.haetae.common.TestCase;
import dev.haetae.common.TestSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What students see of samples that came by hand. */
@Component
class SampleTexts {

    /** A sample is shown up to here; whole files are for downloading. */
    static final int SHOWN_BYTES = 64 << 10;

    /** As tests are judged. */
    static final Comparator<Sample> BY_NAME =
            Comparator.comparing(sample -> sample.name().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private final BlobStore blobs;
    private final TestSets testSets;

    SampleTexts(BlobStore blobs, TestSets testSets) {
        this.blobs = blobs;
        this.testSets = testSets;
    }

    /**
     * The samples among these tests, in judging order; one that has not changed stays as its package wanted it shown, and so does
     * an interaction that belongs to no test.
     */
    List<Sample> of(List<TestCase> tests, ProblemContent before) {
        TestSet old = testSets.read(before.tests());
        Map<String, Sample> shown =
                before.samples().stream().collect(Collectors.toMap(Sample::name, Function.identity()));
        Stream<Sample> ofTests = tests.stream()
                .filter(test -> TestSets.isSample(test.name()))
                .flatMap(test -> {
                    Sample kept = old.tests().contains(test) ? shown.get(test.name()) : null;
                    return kept == null ? sample(test) : Stream.of(kept);
                });
        Set<String> named = Stream.concat(old.tests().stream(), tests.stream())
                .map(TestCase::name)
                .collect(Collectors.toSet());
        Stream<Sample> written = before.samples().stream()
                .filter(sample -> sample.interaction() != null && !named.contains(sample.name()));
        return Stream.concat(ofTests, written).sorted(BY_NAME).toList();
    }

    /** The files of an interactive problem's sample are for its validator. */
    private Stream<Sample> sample(TestCase test) {
        return test.checker() instanceof CheckerSpec.Interactor || test.looksAtFiles()
                ? Stream.empty()
                : Stream.of(new Sample(test.name(), text(test.input()), text(test.answer()), null));
    }

    private String text(BlobRef blob) {
        try (InputStream content = blobs.get(blob).getInputStream()) {
            return Texts.storable(new String(content.readNBytes(SHOWN_BYTES), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the blob " + blob.sha256() + " cannot be read", e);
        }
    }
}
