package dev.haetae.api.problem;

import dev.haetae.api.account.CurrentUser;
import dev.haetae.api.problem.ExportedPackage.Content;
import dev.haetae.api.problem.ProblemContent.StatementSource;
import dev.haetae.api.web.RefusedException;
import dev.haetae.common.BlobRef;
import dev.haetae.common.TestSet;
import dev.haetae.common.Wire;
import dev.haetae.common.packages.PackageFormat;
import dev.haetae.common.packages.PackageSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Makes packages of problems.
 *
 * <p>A package that was imported is kept whole, so that what it says in its own words need not be said anew: an export takes it and lays
 * over it what has been changed by hand. Where there is none, of problems that were made by hand or in a format of another kind, a package in
 * the format 2025-09 is written.
 */
@Service
class ProblemExports {

    private static final String METADATA = "problem.yaml";
    private static final Pattern STATEMENTS =
            Pattern.compile("(?:problem_statement|statement)/.*|problem[^/]*\\.(?:md|tex|pdf)");

    private final EditableProblems editable;
    private final Problems problems;
    private final TestSets testSets;
    private final BlobStore blobs;

    ProblemExports(EditableProblems editable, Problems problems, TestSets testSets, BlobStore blobs) {
        this.editable = editable;
        this.problems = problems;
        this.testSets = testSets;
        this.blobs = blobs;
    }

    /**
     * The current version of a problem as a package.
     *
     * @throws RefusedException when the problem is not there, is another's, or cannot be exported
     */
    ExportedPackage of(String slug, CurrentUser user) throws IOException {
        Problem problem = editable.find(slug, user);
        ProblemContent content = problems.content(problem.getId(), problem.version());
        if (!content.isJudgeable()) {
            throw RefusedException.conflict("The problem '" + slug + "' has no tests yet.");
        }
        TestSet tests = testSets.read(content.tests());
        PackageManifest manifest = manifest(content.packageFiles());
        SortedMap<String, BlobRef> files = new TreeMap<>();
        if (manifest != null) {
            manifest.files().forEach(file -> files.put(file.path(), file.content()));
        } else if (content.format() != null && content.format() != PackageFormat.POLYGON) {
            throw RefusedException.conflict(
                    "The problem '" + slug + "' was imported before packages were kept: import it again.");
        }
        TestOverlay.lay(tests.tests(), files);
        layStatements(content, files);
        SortedMap<String, Content> contents = new TreeMap<>();
        files.forEach((path, blob) -> contents.put(path, new Content.Kept(blobs.get(blob))));
        if (manifest == null) {
            new NewPackage(problem, content, tests, blobs).lay(contents);
        } else {
            layChanges(problem, content, manifest, contents);
        }
        PackageSettings stated = stated(manifest);
        laySettings(OwnSettings.of(problem, content, tests, stated), stated, contents);
        return new ExportedPackage(contents);
    }

    private @Nullable PackageManifest manifest(@Nullable BlobRef blob) throws IOException {
        return blob == null ? null : Wire.read(blobs.get(blob).getContentAsByteArray(), PackageManifest.class);
    }

    /** All that lies with the statements is either one of them or beside them. */
    private static void layStatements(ProblemContent content, SortedMap<String, BlobRef> files) {
        files.keySet().removeIf(path -> STATEMENTS.matcher(path).matches());
        Stream.concat(
                        content.statementFiles().stream(),
                        content.statements().stream().map(StatementSource::file))
                .forEach(file -> files.put(file.path(), file.content()));
    }

    /** By the package that is kept, or null when there is none. */
    private static @Nullable PackageSettings stated(@Nullable PackageManifest manifest) {
        if (manifest == null) {
            return null;
        }
        return manifest.settings() == null ? PackageSettings.NONE : manifest.settings();
    }

    /** The file stays as it was where it says the same. */
    private static void laySettings(
            PackageSettings settings, @Nullable PackageSettings stated, SortedMap<String, Content> files) {
        PackageSettings before = stated == null ? PackageSettings.NONE : stated;
        if (!OwnSettings.shortened(settings).equals(OwnSettings.shortened(before))) {
            files.put(PackageSettings.FILE, new Content.Made(settings.text()));
        }
    }

    private void layChanges(
            Problem problem, ProblemContent content, PackageManifest manifest, SortedMap<String, Content> files)
            throws IOException {
        MetadataChanges changes = new MetadataChanges(problem, content, manifest);
        if (changes.any() && files.get(METADATA) instanceof Content.Kept(var file)) {
            files.put(METADATA, new Content.Made(changes.in(file.getContentAsString(StandardCharsets.UTF_8))));
        }
    }
}
