package dev.haetae.api.problem;

import dev.haetae.api.problem.ProblemContent.JuryFile;
import dev.haetae.api.problem.ProblemContent.JuryProgram;
import dev.haetae.api.problem.ProblemContent.Sample;
import dev.haetae.api.problem.ProblemContent.StatementText;
import dev.haetae.common.BlobRef;
import dev.haetae.common.TestCase;
import dev.haetae.common.TestSet;
import dev.haetae.common.TestSetRef;
import dev.haetae.common.Wire;
import dev.haetae.common.packages.JurySubmission;
import dev.haetae.common.packages.PackageFile;
import dev.haetae.common.packages.PackageTest;
import dev.haetae.common.packages.ProblemPackage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a package's files into the blob store, and says what a version is made of. */
@Component
class PackageContents {

    /** A sample is shown up to here; whole files are for downloading. */
    private static final int SHOWN_BYTES = 64 << 10;

    private final BlobStore blobs;

    PackageContents(BlobStore blobs) {
        this.blobs = blobs;
    }

    ProblemContent keep(ProblemPackage problem) throws IOException {
        List<JuryProgram> jury = new ArrayList<>();
        for (JurySubmission submission : problem.jurySubmissions()) {
            jury.add(new JuryProgram(submission.folder(), submission.name(), juryFiles(submission)));
        }
        List<StatementText> statements = problem.statements().stream()
                .map(statement -> new StatementText(statement.language(), problem.title(), StatementHtml.of(statement)))
                .toList();
        return new ProblemContent(
                problem.format().name(),
                problem.title(),
                statements,
                samples(problem.tests()),
                problem.limits(),
                tests(problem.tests()),
                jury);
    }

    private List<JuryFile> juryFiles(JurySubmission submission) throws IOException {
        List<JuryFile> files = new ArrayList<>();
        for (PackageFile file : submission.files()) {
            files.add(new JuryFile(file.path().substring(file.path().lastIndexOf('/') + 1), put(file)));
        }
        return files;
    }

    private TestSetRef tests(List<PackageTest> tests) throws IOException {
        List<TestCase> cases = new ArrayList<>();
        for (PackageTest test : tests) {
            cases.add(new TestCase(test.name(), test.group(), put(test.input()), put(test.answer()), test.checker()));
        }
        BlobRef manifest = blobs.put(new ByteArrayInputStream(Wire.write(new TestSet(cases))));
        return new TestSetRef(manifest, cases.size());
    }

    private BlobRef put(PackageFile file) throws IOException {
        try (InputStream content = file.open()) {
            return blobs.put(content);
        }
    }

    private static List<Sample> samples(List<PackageTest> tests) throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (PackageTest test : tests) {
            if (test.isSample()) {
                samples.add(sample(test));
            }
        }
        return samples;
    }

    private static Sample sample(PackageTest test) throws IOException {
        PackageTest.Shown shown = test.shown();
        if (shown.interaction() != null) {
            return new Sample(test.name(), null, null, text(shown.interaction(), null));
        }
        return new Sample(test.name(), text(shown.input(), test.input()), text(shown.answer(), test.answer()), null);
    }

    private static @Nullable String text(@Nullable PackageFile shown, @Nullable PackageFile otherwise)
            throws IOException {
        PackageFile file = shown == null ? otherwise : shown;
        if (file == null) {
            return null;
        }
        try (InputStream content = file.open()) {
            return new String(content.readNBytes(SHOWN_BYTES), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
        }
    }
}
