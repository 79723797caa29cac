package dev.haetae.common.packages;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Follows symbolic links inside a package, by text alone: the file system is never asked, so that no link can reach out of the
 * package whatever lies there.
 */
final class Links {

    private static final int MOST_HOPS = 40;

    private final RawTree raw;
    private final PackageBounds bounds;
    private final Findings findings;
    private final SortedMap<String, PackageFile> files;

    private Links(RawTree raw, PackageBounds bounds, Findings findings) {
        this.raw = raw;
        this.bounds = bounds;
        this.findings = findings;
        this.files = new TreeMap<>(raw.files());
    }

    /** The tree with a file in place of each link to one, and copies of a folder's files in place of each link to a folder. */
    static PackageTree follow(RawTree raw, PackageBounds bounds, Findings findings) {
        Links links = new Links(raw, bounds, findings);
        raw.links().keySet().forEach(links::follow);
        return new PackageTree(links.files);
    }

    private void follow(String link) {
        String target = target(link);
        if (target == null) {
            return;
        }
        PackageFile file = raw.files().get(target);
        if (file != null) {
            add(link, file);
        } else {
            followToFolder(link, target);
        }
    }

    private void followToFolder(String link, String folder) {
        String below = folder + "/";
        if (folder.isEmpty() || link.startsWith(below)) {
            findings.refuse(link, "the symbolic link leads to a folder that it is in itself");
            return;
        }
        if (raw.links().keySet().stream().anyMatch(other -> other.startsWith(below))) {
            findings.refuse(link, "the symbolic link leads to a folder with further links");
            return;
        }
        int before = files.size();
        raw.files()
                .subMap(below, folder + (char) ('/' + 1))
                .forEach((path, file) -> add(link + path.substring(folder.length()), file));
        if (files.size() == before) {
            findings.refuse(link, "the symbolic link leads to " + folder + ", which is not there");
        }
    }

    private void add(String path, PackageFile file) {
        if (files.size() < bounds.entries()) {
            files.put(path, new PackageFile(path, file.content(), file.sizeBytes()));
        } else {
            findings.refuse(path, "with its links followed the package has more than " + bounds.entries() + " files");
        }
    }

    /** Where a link ends, every link on the way followed; null when that cannot be said, which has been reported then. */
    private @Nullable String target(String link) {
        String path = link;
        for (int hop = 0; hop < MOST_HOPS; hop++) {
            String first = firstLinkOn(path);
            if (first == null) {
                return path;
            }
            String next = PackagePath.resolve(
                    PackagePath.folder(first), raw.links().get(first) + path.substring(first.length()));
            if (next == null) {
                findings.refuse(link, "the symbolic link leads out of the package");
                return null;
            }
            path = next;
        }
        findings.refuse(link, "the symbolic links form a circle");
        return null;
    }

    private @Nullable String firstLinkOn(String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (raw.links().containsKey(path.substring(0, slash))) {
                return path.substring(0, slash);
            }
        }
        return raw.links().containsKey(path) ? path : null;
    }
}
