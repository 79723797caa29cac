package dev.haetae.common.packages;

import dev.haetae.common.language.Languages;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the files that are laid over each submission in a language before it is compiled: {@code include/<language>/<path>}, and
 * {@code include/default/<path>} for every language that has no such file of its own.
 */
final class IncludedFiles {

    private static final String ROOT = "include";
    private static final String DEFAULT = "default";
    private static final String PYTHON = "python3";
    private static final String PYPY = "pypy3";

    /** They travel with every submission. */
    private static final long MOST_BYTES = 1 << 20;

    private static final int MOST_FILES = 100;
    private static final int LONGEST_PART_BYTES = 255;

    private IncludedFiles() {}

    /** By the language's id, then by the path below the work directory. */
    static SortedMap<String, SortedMap<String, PackageFile>> read(
            PackageTree tree, boolean hasDefault, Findings findings) {
        SortedMap<String, PackageFile> byDefault = hasDefault ? below(tree, DEFAULT) : Collections.emptySortedMap();
        SortedMap<String, SortedMap<String, PackageFile>> all = new TreeMap<>();
        Languages.all().list().forEach(language -> {
            SortedMap<String, PackageFile> files = new TreeMap<>(byDefault);
            files.putAll(below(tree, folder(tree, language.id())));
            if (!files.isEmpty()) {
                all.put(language.id(), files);
            }
        });
        all.forEach((language, files) -> refuseWhatCannotTravel(ROOT + "/" + language, files, findings));
        warnOfOthers(tree, hasDefault, findings);
        return all;
    }

    /** The formats know one Python 3, whatever runs it. */
    private static String folder(PackageTree tree, String language) {
        return language.equals(PYPY) && !tree.hasFolder(ROOT + "/" + PYPY) ? PYTHON : language;
    }

    private static SortedMap<String, PackageFile> below(PackageTree tree, String folder) {
        String prefix = ROOT + "/" + folder;
        SortedMap<String, PackageFile> files = new TreeMap<>();
        for (PackageFile file : tree.below(prefix)) {
            String path = file.path().substring(prefix.length() + 1);
            if (Arrays.stream(path.split("/")).noneMatch(part -> part.startsWith("."))) {
                files.put(path, file);
            }
        }
        return files;
    }

    static void refuseWhatCannotTravel(String folder, SortedMap<String, PackageFile> files, Findings findings) {
        long bytes = files.values().stream().mapToLong(PackageFile::sizeBytes).sum();
        if (bytes > MOST_BYTES || files.size() > MOST_FILES) {
            findings.refuse(folder, "there are more than " + MOST_FILES + " files, or than " + MOST_BYTES + " bytes");
        }
        files.forEach((path, file) -> {
            if (Arrays.stream(path.split("/"))
                    .anyMatch(part -> part.getBytes(StandardCharsets.UTF_8).length > LONGEST_PART_BYTES)) {
                findings.refuse(file.path(), "a part of the path is longer than " + LONGEST_PART_BYTES + " bytes");
            }
        });
    }

    private static void warnOfOthers(PackageTree tree, boolean hasDefault, Findings findings) {
        for (PackageFile file : tree.below(ROOT)) {
            String[] parts = file.path().split("/");
            boolean known = parts.length > 2
                    && (Languages.all().find(parts[1]).isPresent() || (hasDefault && parts[1].equals(DEFAULT)));
            if (!known) {
                findings.warn(file.path(), "the file is in no folder of a language that is known here and is ignored");
            }
        }
    }
}
