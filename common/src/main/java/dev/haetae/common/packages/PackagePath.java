package dev.haetae.common.packages;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The text of a path inside a package: parts separated by a slash, relative to the package's root. */
final class PackagePath {

    private static final int LONGEST = 1_000;

    private PackagePath() {}

    /** What is wrong with a path that an archive gives, or null. */
    static @Nullable String fault(String path) {
        if (path.length() > LONGEST) {
            return "the path is longer than " + LONGEST + " characters";
        }
        if (path.indexOf('\\') >= 0 || path.chars().anyMatch(Character::isISOControl)) {
            return "the path has a backslash or a control character";
        }
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return "the path is not a plain path inside the package";
            }
        }
        return null;
    }

    /** Whether a file is what operating systems and tools leave behind, and nobody means to be in a package. */
    static boolean isLitter(String path) {
        return path.startsWith("__MACOSX/") || path.endsWith("/.DS_Store") || path.equals(".DS_Store");
    }

    /** The folder of a path, empty for the root. */
    static String folder(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /** The last part of a path. */
    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** A path up to the last dot of its name. */
    static String withoutEnding(String path) {
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
    }

    /** Where {@code relative} leads to from a folder, or null when that is outside the package; the root is empty. */
    static @Nullable String resolve(String folder, String relative) {
        if (relative.startsWith("/")) {
            return null;
        }
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (folder + "/" + relative).split("/")) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return null;
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }
}
