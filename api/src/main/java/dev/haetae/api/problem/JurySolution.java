package dev.haetae.api.problem;

import dev.haetae.api.problem.ProblemContent.JuryProgram;
import dev.haetae.api.problem.ProblemContent.StoredFile;
import dev.haetae.common.BlobRef;
import dev.haetae.common.SourceFile;
import dev.haetae.common.verification.Expectation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/**
 * A solution that a problem's package brought along.
 *
 * @param path in the package, of its file or its directory
 * @param files its sources
 * @param language what the package calls its language, or null when its files' names say it
 * @param entryPoint what to start, or null to find it by the language's rules
 * @param expectation what its author expects of it
 */
public record JurySolution(
        String path,
        List<SourceFile> files,
        @Nullable String language,
        @Nullable String entryPoint,
        Expectation expectation) {

    /** Below which all solutions lie. */
    static final String ROOT = "submissions/";

    public JurySolution {
        files = List.copyOf(files);
    }

    /** What is kept of a solution, with its files read. */
    static JurySolution of(JuryProgram program, Function<BlobRef, Resource> blobs) {
        String path = ROOT + program.folder() + "/" + program.name();
        List<SourceFile> files = new ArrayList<>();
        for (StoredFile file : program.files()) {
            files.add(new SourceFile(name(file.path(), path), bytes(file.content(), blobs)));
        }
        Expectation expectation =
                program.expectation() == null ? Expectation.of(program.folder(), files) : program.expectation();
        return new JurySolution(path, files, program.language(), program.entryPoint(), expectation);
    }

    /** Below its directory, or the file itself. */
    private static String name(String path, String solution) {
        return path.equals(solution)
                ? path.substring(path.lastIndexOf('/') + 1)
                : path.substring(solution.length() + 1);
    }

    private static byte[] bytes(BlobRef blob, Function<BlobRef, Resource> blobs) {
        try {
            return blobs.apply(blob).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("the blob " + blob.sha256() + " cannot be read", e);
        }
    }
}
