package dev.haetae.api.problem;

import dev.haetae.api.problem.ExportedPackage.Content;
import dev.haetae.api.problem.ProblemStore.Row;
import dev.haetae.api.problem.statement.Sample;
import dev.haetae.common.BlobRef;
import dev.haetae.common.TestCase;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The samples of a problem as files, whole, where its statement shows their beginnings. What a package has to be downloaded goes before
 * what is judged on, as its format says.
 *
 * <pre>
 *   sample/1.in              1.in.download, else 1.in
 *   sample/1.ans             1.ans.download, else 1.out, else 1.ans
 *   sample/1.files/…         what lies beside the program
 *   sample/1.interaction     in place of them all
 * </pre>
 */
@Component
class SampleFiles {

    private static final String DATA = "data/";

    private final Problems problems;
    private final KeptFiles keptFiles;

    SampleFiles(Problems problems, KeptFiles keptFiles) {
        this.problems = problems;
        this.keptFiles = keptFiles;
    }

    /** Those that students see. */
    ExportedPackage of(Row row) {
        ProblemContent content = problems.content(row.id(), row.version());
        List<TestCase> tests = problems.testSet(row.id(), row.version()).tests();
        SortedMap<String, BlobRef> kept = keptFiles.of(content);
        TestOverlay.lay(tests, kept);
        Map<String, TestCase> byName = tests.stream().collect(Collectors.toMap(TestCase::name, Function.identity()));
        SortedMap<String, Content> files = new TreeMap<>();
        for (Sample sample : content.samples()) {
            TestCase test = byName.get(sample.name());
            if (sample.interaction() != null) {
                BlobRef whole = kept.get(DATA + sample.name() + ".interaction");
                files.put(
                        sample.name() + ".interaction",
                        whole == null ? new Content.Made(sample.interaction()) : kept(whole));
            } else if (test != null) {
                put(test, kept, files);
            }
        }
        return new ExportedPackage(files);
    }

    private void put(TestCase test, Map<String, BlobRef> kept, Map<String, Content> files) {
        String stem = DATA + test.name();
        BlobRef output = kept.getOrDefault(stem + ".out", test.answer());
        files.put(test.name() + ".in", kept(kept.getOrDefault(stem + ".in.download", test.input())));
        files.put(test.name() + ".ans", kept(kept.getOrDefault(stem + ".ans.download", output)));
        test.howToRun().files().forEach(file -> files.put(test.name() + ".files/" + file.path(), kept(file.content())));
    }

    private Content kept(BlobRef blob) {
        return new Content.Kept(problems.blob(blob));
    }
}
