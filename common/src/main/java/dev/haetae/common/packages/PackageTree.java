package dev.haetae.common.packages;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The files of a package by path, links followed. */
final class PackageTree {

    private final SortedMap<String, PackageFile> files;

    PackageTree(SortedMap<String, PackageFile> files) {
        this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    @Nullable
    PackageFile file(String path) {
        return files.get(path);
    }

    /** All files, in the order of their paths. */
    Collection<PackageFile> all() {
        return files.values();
    }

    /** All files below a folder, however deep, in the order of their paths. */
    Collection<PackageFile> below(String folder) {
        return files.subMap(folder + "/", folder + (char) ('/' + 1)).values();
    }

    /** The tree of those files. */
    PackageTree only(Predicate<String> paths) {
        SortedMap<String, PackageFile> kept = new TreeMap<>(files);
        kept.keySet().removeIf(paths.negate());
        return new PackageTree(kept);
    }

    /** The same files by other names. */
    PackageTree renamed(UnaryOperator<String> names) {
        SortedMap<String, PackageFile> renamed = new TreeMap<>();
        for (PackageFile file : files.values()) {
            String path = names.apply(file.path());
            renamed.put(path, new PackageFile(path, file.content(), file.sizeBytes()));
        }
        return new PackageTree(renamed);
    }

    boolean hasFolder(String folder) {
        return !below(folder).isEmpty();
    }

    /** The names of what lies directly in the root; folders end in a slash. */
    SortedSet<String> topNames() {
        SortedSet<String> names = new TreeSet<>();
        for (String path : files.keySet()) {
            int slash = path.indexOf('/');
            names.add(slash < 0 ? path : path.substring(0, slash + 1));
        }
        return names;
    }
}
