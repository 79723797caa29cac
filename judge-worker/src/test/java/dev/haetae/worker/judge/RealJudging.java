package dev.haetae.worker.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.common.BlobRef;
import dev.haetae.common.FileRef;
import dev.haetae.common.JudgeResult;
import dev.haetae.common.JudgeTask;
import dev.haetae.common.JudgeTask.JudgeSubmission;
import dev.haetae.common.Limits;
import dev.haetae.common.ProgramSpec;
import dev.haetae.common.Scoring;
import dev.haetae.common.SourceFile;
import dev.haetae.common.TestCase;
import dev.haetae.common.TestResult;
import dev.haetae.common.TestSet;
import dev.haetae.common.TestSetRef;
import dev.haetae.common.language.Languages;
import dev.haetae.worker.compile.Compiler;
import dev.haetae.worker.sandbox.Sandbox;
import dev.haetae.worker.testing.Slots;
import dev.haetae.worker.testset.OpenTestSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words for judging programs in C, C++ and Python by the real runner, on tests whose files are written here. */
final class RealJudging implements AutoCloseable {

    static final long MIB = 1 << 20;
    static final Limits LIMITS = new Limits(500, 64 * MIB, MIB, 128 << 10, 20_000, 512 * MIB);

    private final Path directory;
    private final Sandbox sandbox;
    private final Map<BlobRef, Path> blobs = new HashMap<>();

    RealJudging(Path directory, String name) {
        this.directory = directory;
        this.sandbox = Slots.start(directory, name);
    }

    BlobRef blob(String text) {
        BlobRef blob = new BlobRef("%064x".formatted(blobs.size()), text.length());
        try {
            blobs.put(blob, Files.writeString(Files.createTempFile(directory, "blob", ""), text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return blob;
    }

    /** A shell script of the jury. */
    ProgramSpec script(String text) {
        return script("output_validators/night", text);
    }

    ProgramSpec script(String name, String text) {
        return new ProgramSpec(name, null, List.of(new FileRef("run", blob(text))));
    }

    /** The only test's result. */
    TestResult judged(String body, TestCase test) throws InterruptedException {
        return judged(submission("c", "main.c", main(body)), test).getFirst();
    }

    List<TestResult> judged(JudgeTask task, TestCase... tests) throws InterruptedException {
        JudgeResult result = judge(task, tests);
        assertThat(result).isInstanceOf(JudgeResult.Judged.class);
        return ((JudgeResult.Judged) result).tests();
    }

    JudgeResult judge(String body, TestCase... tests) throws InterruptedException {
        return judge(submission("c", "main.c", main(body)), tests);
    }

    JudgeResult judge(JudgeTask task, TestCase... tests) throws InterruptedException {
        return judge(task, new TestSet(List.of(tests)));
    }

    JudgeResult judge(JudgeTask task, TestSet set) throws InterruptedException {
        OfferedLanguages offered = new OfferedLanguages(Languages.all().list().stream()
                .filter(language -> List.of("c", "cpp", "python3").contains(language.id()))
                .map(language -> new OfferedLanguage(language, "of this machine"))
                .toList());
        Judge judge = new Judge(_ -> new OpenTestSet(set, blobs, () -> {}), new Compiler(), offered);
        return judge.judge(task, new Bench(sandbox, new Leash(Duration.ofMinutes(2)), _ -> {}));
    }

    static JudgeSubmission submission(String language, String file, String source) {
        return submission(language, file, source, new Scoring.PassFail());
    }

    static JudgeSubmission submission(String language, String file, String source, Scoring scoring) {
        return new JudgeSubmission(
                language,
                null,
                List.of(new SourceFile(file, source.getBytes(StandardCharsets.UTF_8))),
                LIMITS,
                new TestSetRef(new BlobRef("f".repeat(64), 1), 1),
                scoring);
    }

    static String main(String body) {
        return """
                #include <dirent.h>
                #include <stdio.h>
                #include <stdlib.h>
                #include <string.h>
                #include <time.h>
                #include <unistd.h>
                #include <sys/stat.h>
                int main(int argc, char **argv) { %s }
                """.formatted(body);
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
