package dev.haetae.common.packages;

import dev.haetae.common.SourceFile;
import dev.haetae.common.language.Language;
import dev.haetae.common.language.Languages;
import dev.haetae.common.verification.JuryLanguage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The package's solution that stands for a submission where its output validators are checked.
 *
 * @param language an id of {@code languages.yaml}
 * @param entryPoint what to start, or null to find it by the language's rules
 * @param files its own, and what the package includes, by their paths in the work directory
 */
public record PackageModel(String language, @Nullable String entryPoint, SortedMap<String, PackageFile> files) {

    private static final String RIGHT = "accepted";

    public PackageModel {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** The first solution in {@code accepted/} that is in one of these languages; empty where nothing looks at one. */
    public static Optional<PackageModel> of(ProblemPackage problem, Languages offered) throws IOException {
        OutputValidators validators = problem.outputValidators();
        if (validators.outputs().isEmpty()
                || validators.programs().stream().noneMatch(PackageProgram::runsBesideSubmission)) {
            return Optional.empty();
        }
        for (JurySubmission solution : problem.jurySubmissions()) {
            SortedMap<String, PackageFile> files = files(solution);
            Optional<Language> language = JuryLanguage.of(solution.language(), sources(files), offered);
            if (solution.folder().equals(RIGHT) && language.isPresent()) {
                String id = language.get().id();
                files.putAll(problem.included().getOrDefault(id, Collections.emptySortedMap()));
                return Optional.of(new PackageModel(id, solution.entryPoint(), files));
            }
        }
        return Optional.empty();
    }

    private static SortedMap<String, PackageFile> files(JurySubmission solution) {
        String root = "submissions/" + solution.folder() + "/" + solution.name();
        SortedMap<String, PackageFile> files = new TreeMap<>();
        for (PackageFile file : solution.files()) {
            boolean isAlone = file.path().equals(root);
            files.put(isAlone ? solution.name() : file.path().substring(root.length() + 1), file);
        }
        return files;
    }

    private static List<SourceFile> sources(SortedMap<String, PackageFile> files) throws IOException {
        List<SourceFile> sources = new ArrayList<>();
        for (String name : files.keySet()) {
            sources.add(new SourceFile(name, Files.readAllBytes(files.get(name).content())));
        }
        return sources;
    }
}
