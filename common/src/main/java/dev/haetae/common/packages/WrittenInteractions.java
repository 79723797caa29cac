package dev.haetae.common.packages;

import java.util.SortedMap;
import java.util.TreeMap;

/** Sample interactions that are there to be read only: {@code data/sample/1.interaction} without a {@code 1.in}, in either format. */
final class WrittenInteractions {

    private static final String SAMPLES = "data/sample/";
    private static final String ENDING = ".interaction";

    private WrittenInteractions() {}

    /** Them, by names as tests have. */
    static SortedMap<String, PackageFile> in(PackageTree tree) {
        SortedMap<String, PackageFile> written = new TreeMap<>();
        for (PackageFile file : tree.below("data/sample")) {
            if (isOne(tree, file.path())) {
                written.put(file.path().substring("data/".length(), file.path().length() - ENDING.length()), file);
            }
        }
        return written;
    }

    static boolean isOne(PackageTree tree, String path) {
        return path.startsWith(SAMPLES)
                && path.endsWith(ENDING)
                && tree.file(path.substring(0, path.length() - ENDING.length()) + ".in") == null;
    }
}
