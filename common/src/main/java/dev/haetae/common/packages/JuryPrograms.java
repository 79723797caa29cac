package dev.haetae.common.packages;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the programs in one of the package's folders. A program is a source file, or a directory of sources or with a {@code build} or a
 * {@code run} of its own. A package with one that cannot be judged with is refused.
 *
 * <pre>
 *   output_validators/check.cpp          the program check.cpp, in C++
 *   output_validators/other/other.py     the program other, in Python
 *   output_validators/other/table.txt       with a file that it may read
 *   output_validators/third/build        the program third, which makes its run itself
 * </pre>
 */
final class JuryPrograms {

    private static final long MOST_BYTES = 16 << 20;
    private static final int MOST_FILES = 1_000;
    private static final int LONGEST_PART_BYTES = 255;

    /** What may lie where a program could. */
    private static final Pattern NOTES = Pattern.compile("(?i)readme.*|.*\\.(md|txt)");

    /** What tools that are not here check inputs by. */
    private static final Pattern SPECIFICATION = Pattern.compile("input_.*\\.(?:ctd|viva)");

    private final String folder;
    private final Findings findings;

    private JuryPrograms(String folder, Findings findings) {
        this.folder = folder;
        this.findings = findings;
    }

    /** The programs of a folder, by name. */
    static List<PackageProgram> read(PackageTree tree, String folder, Findings findings) throws IOException {
        JuryPrograms programs = new JuryPrograms(folder, findings);
        List<PackageProgram> found = new ArrayList<>();
        for (Map.Entry<String, SortedMap<String, PackageFile>> entry :
                programs.files(tree).entrySet()) {
            PackageProgram program = programs.program(folder + "/" + entry.getKey(), entry.getValue());
            if (program != null) {
                found.add(program);
            }
        }
        return found;
    }

    /** Those programs of a folder that can be run, by name: a package is not refused for the others. */
    static List<PackageProgram> readRunnable(PackageTree tree, String folder, Findings findings) throws IOException {
        List<PackageProgram> found = new ArrayList<>();
        for (Map.Entry<String, SortedMap<String, PackageFile>> entry :
                new JuryPrograms(folder, findings).files(tree).entrySet()) {
            Findings own = new Findings();
            PackageProgram program =
                    new JuryPrograms(folder, own).program(folder + "/" + entry.getKey(), entry.getValue());
            if (program != null && !own.refused()) {
                found.add(program);
            }
            own.warnings().forEach(warning -> findings.warn(warning.file(), warning.line(), warning.message()));
            own.reasons()
                    .forEach(reason ->
                            findings.warn(reason.file(), reason.line(), reason.message() + ": it is not run"));
        }
        return found;
    }

    /** The only program of a folder: a file or a directory in it, or else all of it; null when there is none, or when it is refused. */
    static @Nullable PackageProgram readOnly(PackageTree tree, String folder, Findings findings) throws IOException {
        JuryPrograms programs = new JuryPrograms(folder, findings);
        SortedMap<String, SortedMap<String, PackageFile>> files = programs.files(tree);
        if (files.isEmpty()) {
            return null;
        }
        boolean hasScript = tree.file(folder + "/build") != null || tree.file(folder + "/run") != null;
        if (files.size() == 1 && !hasScript) {
            Map.Entry<String, SortedMap<String, PackageFile>> only =
                    files.entrySet().iterator().next();
            PackageProgram program = programs.program(folder + "/" + only.getKey(), only.getValue());
            if (program == null && !NOTES.matcher(only.getKey()).matches()) {
                findings.refuse(folder + "/" + only.getKey(), "the program is in no language that can be judged");
            }
            return program;
        }
        if (tree.below(folder).stream()
                .noneMatch(file -> PackagePath.folder(file.path()).equals(folder))) {
            findings.refuse(folder, "there is more than one program");
            return null;
        }
        SortedMap<String, PackageFile> all = new TreeMap<>();
        files.forEach((name, below) ->
                below.forEach((path, file) -> all.put(file.path().substring(folder.length() + 1), file)));
        return programs.program(folder, all);
    }

    /** The files of each program by their paths in it; hidden ones are litter. */
    private SortedMap<String, SortedMap<String, PackageFile>> files(PackageTree tree) {
        SortedMap<String, SortedMap<String, PackageFile>> files = new TreeMap<>();
        for (PackageFile file : tree.below(folder)) {
            String path = file.path().substring(folder.length() + 1);
            if (Arrays.stream(path.split("/")).noneMatch(part -> part.startsWith("."))) {
                int slash = path.indexOf('/');
                files.computeIfAbsent(slash < 0 ? path : path.substring(0, slash), _ -> new TreeMap<>())
                        .put(path.substring(slash + 1), file);
            }
        }
        return files;
    }

    private @Nullable PackageProgram program(String name, SortedMap<String, PackageFile> files) throws IOException {
        boolean isFile = files.values().iterator().next().path().equals(name);
        boolean builds = !isFile && (files.containsKey("build") || files.containsKey("run"));
        String language = builds ? null : ProgramLanguage.of(files.keySet());
        if (!builds && language == null && isFile) {
            findings.warn(
                    name,
                    SPECIFICATION.matcher(name).matches()
                            ? "files of Checktestdata and VIVA are not run: the inputs are not checked by it"
                            : "the file is in no language that can be judged and is ignored");
            return null;
        }
        if (!builds && language == null) {
            findings.refuse(
                    name, "the program has no source in a language that can be judged, and neither build nor run");
            return null;
        }
        refuseWhatCannotBeLaidDown(name, files);
        refusePython2(files);
        return new PackageProgram(name, language, files);
    }

    private void refuseWhatCannotBeLaidDown(String name, SortedMap<String, PackageFile> files) {
        long bytes = files.values().stream().mapToLong(PackageFile::sizeBytes).sum();
        if (bytes > MOST_BYTES || files.size() > MOST_FILES) {
            findings.refuse(
                    name, "the program has more than " + MOST_FILES + " files, or than " + MOST_BYTES + " bytes");
        }
        for (Map.Entry<String, PackageFile> file : files.entrySet()) {
            if (Arrays.stream(file.getKey().split("/"))
                    .anyMatch(part -> part.getBytes(StandardCharsets.UTF_8).length > LONGEST_PART_BYTES)) {
                findings.refuse(
                        file.getValue().path(), "a part of the path is longer than " + LONGEST_PART_BYTES + " bytes");
            }
        }
    }

    private void refusePython2(SortedMap<String, PackageFile> files) throws IOException {
        for (Map.Entry<String, PackageFile> file : files.entrySet()) {
            if (file.getKey().endsWith(".py") && firstLine(file.getValue()).matches("#!.*python2.*")) {
                findings.refuse(file.getValue().path(), 1, "Python 2 is not supported");
            }
        }
    }

    private static String firstLine(PackageFile file) throws IOException {
        try (InputStream in = file.open()) {
            return new String(in.readNBytes(100), StandardCharsets.ISO_8859_1)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }
}
