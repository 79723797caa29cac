package dev.haetae.common.packages;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Files and symbolic links as they stand in an archive or a directory, before links are followed.
 *
 * @param files by path
 * @param links targets by the link's path, relative to the link's folder
 */
record RawTree(SortedMap<String, PackageFile> files, SortedMap<String, String> links) {

    private static final Set<String> METADATA = Set.of("problem.yaml", PolygonReader.FILE);

    /** The name of the folder that holds everything, with a slash, or the empty string when there is no such folder. */
    String topFolder() {
        if (files.isEmpty() || METADATA.stream().anyMatch(name -> files.containsKey(name) || links.containsKey(name))) {
            return "";
        }
        String first = files.firstKey();
        String folder = first.substring(0, first.indexOf('/') + 1);
        boolean holdsAll = files.keySet().stream().allMatch(path -> path.startsWith(folder))
                && links.keySet().stream().allMatch(path -> path.startsWith(folder));
        return holdsAll ? folder : "";
    }

    /** The tree below a folder; what lies elsewhere is dropped. */
    RawTree below(String folder) {
        SortedMap<String, PackageFile> below = new TreeMap<>();
        files.forEach((path, file) -> {
            if (path.startsWith(folder)) {
                String inside = path.substring(folder.length());
                below.put(inside, new PackageFile(inside, file.content(), file.sizeBytes()));
            }
        });
        SortedMap<String, String> linksBelow = new TreeMap<>();
        links.forEach((path, target) -> {
            if (path.startsWith(folder)) {
                linksBelow.put(path.substring(folder.length()), target);
            }
        });
        return new RawTree(below, linksBelow);
    }
}
