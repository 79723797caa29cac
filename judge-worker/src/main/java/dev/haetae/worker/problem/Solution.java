package dev.haetae.worker.problem;

import dev.haetae.common.SourceFile;
import dev.haetae.common.language.Language;
import dev.haetae.common.language.Languages;
import dev.haetae.common.packages.JurySubmission;
import dev.haetae.common.packages.PackageFile;
import dev.haetae.common.verification.Expectation;
import dev.haetae.common.verification.JuryLanguage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of a package's solutions.
 *
 * @param name {@code accepted/a.c}
 * @param entryPoint what to start, or null to find it by the language's rules
 * @param language null when it is in none that is judged here
 */
record Solution(
        String name,
        List<SourceFile> files,
        @Nullable Language language,
        @Nullable String entryPoint,
        Expectation expectation) {

    static Solution read(JurySubmission submission, Languages languages) throws IOException {
        String root = "submissions/" + submission.folder() + "/" + submission.name();
        List<SourceFile> files = new ArrayList<>();
        for (PackageFile file : submission.files()) {
            String name =
                    file.path().equals(root) ? submission.name() : file.path().substring(root.length() + 1);
            files.add(new SourceFile(name, Files.readAllBytes(file.content())));
        }
        return new Solution(
                submission.folder() + "/" + submission.name(),
                files,
                JuryLanguage.of(submission.language(), files, languages).orElse(null),
                submission.entryPoint(),
                submission.expectation() == null
                        ? Expectation.of(submission.folder(), files)
                        : submission.expectation());
    }
}
