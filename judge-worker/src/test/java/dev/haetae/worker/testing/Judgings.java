package dev.haetae.worker.testing;

import dev.haetae.common.BlobRef;
import dev.haetae.common.CheckerSpec;
import dev.haetae.common.JudgeResult.FaultyPart;
import dev.haetae.common.JudgeTask.JudgeAnswers;
import dev.haetae.common.JudgeTask.JudgeSubmission;
import dev.haetae.common.Limits;
import dev.haetae.common.Scoring;
import dev.haetae.common.SourceFile;
import dev.haetae.common.TestCase;
import dev.haetae.common.TestSet;
import dev.haetae.common.TestSetRef;
import dev.haetae.common.language.Language;
import dev.haetae.common.language.Languages;
import dev.haetae.worker.compile.Compiler;
import dev.haetae.worker.judge.Judge;
import dev.haetae.worker.judge.OfferedLanguage;
import dev.haetae.worker.judge.OfferedLanguages;
import dev.haetae.worker.testset.OpenTestSet;
import dev.haetae.worker.testset.TestDataException;
import dev.haetae.worker.testset.TestSets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words for judgings in C whose tests have the given answers. */
public final class Judgings {

    public static final Limits LIMITS = Limits.DEFAULT;

    private static final BlobRef MANIFEST = new BlobRef("0".repeat(64), 1);

    private Judgings() {}

    public static Judge of(Path directory, String... answers) {
        return new Judge(testSets(directory, List.of(answers)), new Compiler(), languages());
    }

    public static Judge withoutTestData() {
        TestSets none = _ -> {
            throw new TestDataException(FaultyPart.PROBLEM, "not there", null);
        };
        return new Judge(none, new Compiler(), languages());
    }

    public static JudgeSubmission submission(int tests) {
        return submission("c", tests);
    }

    public static JudgeSubmission submission(String language, int tests) {
        return new JudgeSubmission(
                language,
                null,
                List.of(new SourceFile("main.c", new byte[] {'x'})),
                LIMITS,
                new TestSetRef(MANIFEST, tests),
                new Scoring.PassFail());
    }

    /** Answers to three tests: names and contents in turn. */
    public static JudgeAnswers answers(String... namesAndContents) {
        List<SourceFile> answers = new ArrayList<>();
        for (int i = 0; i < namesAndContents.length; i += 2) {
            answers.add(new SourceFile(namesAndContents[i], namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8)));
        }
        return new JudgeAnswers(answers, new TestSetRef(MANIFEST, 3), new Scoring.PassFail());
    }

    /** Test sets that are all one, of tests with these answers. */
    public static TestSets testSets(Path directory, List<String> answers) {
        return _ -> {
            List<TestCase> tests = new ArrayList<>();
            Map<BlobRef, Path> files = new HashMap<>();
            for (String answer : answers) {
                BlobRef blob = new BlobRef("%064x".formatted(tests.size() + 1), answer.length());
                files.put(blob, file(directory.resolve(blob.sha256()), answer));
                tests.add(new TestCase(
                        "secret/" + tests.size(), "secret", blob, blob, CheckerSpec.DefaultValidator.WITHOUT_FLAGS));
            }
            return new OpenTestSet(new TestSet(tests), files, () -> {});
        };
    }

    private static Path file(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OfferedLanguages languages() {
        Language c = Languages.all().find("c").orElseThrow();
        Language withOverhead = new Language(
                c.id(),
                c.name(),
                c.packages(),
                c.byDefault(),
                c.extensions(),
                c.entry(),
                c.version(),
                c.compile(),
                c.compileCommand(),
                c.run(),
                c.runCommand(),
                c.timeFactor(),
                c.memoryFactor(),
                1_000,
                c.processes(),
                c.environment(),
                c.mounts(),
                c.selfTest());
        return new OfferedLanguages(List.of(new OfferedLanguage(withOverhead, "gcc 12")));
    }
}
