package dev.haetae.common.packages;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts in which every line ends in CR LF, as Polygon's packages for Windows have them. */
final class LineEnds {

    private static final int HEAD_BYTES = 1 << 16;

    private LineEnds() {}

    /** The file, or a copy of it at {@code place} whose lines end in LF, when all of them end in CR LF. */
    static PackageFile unix(PackageFile file, Path place) throws IOException {
        if (!mayBeDos(file) || !copied(file, place)) {
            return file;
        }
        return new PackageFile(file.path(), place, Files.size(place));
    }

    private static boolean mayBeDos(PackageFile file) throws IOException {
        try (InputStream in = file.open()) {
            byte[] head = in.readNBytes(HEAD_BYTES);
            for (int i = 0; i < head.length; i++) {
                if (head[i] == '\n') {
                    return i > 0 && head[i - 1] == '\r';
                }
            }
            return false;
        }
    }

    /** Whether there was no CR and no LF but in pairs; if there was one, nothing is left at {@code place}. */
    private static boolean copied(PackageFile file, Path place) throws IOException {
        boolean pairs;
        try (InputStream in = new BufferedInputStream(file.open(), HEAD_BYTES);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(place), HEAD_BYTES)) {
            pairs = copyPairs(in, out);
        }
        if (!pairs) {
            Files.delete(place);
        }
        return pairs;
    }

    private static boolean copyPairs(InputStream in, OutputStream out) throws IOException {
        boolean afterCr = false;
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (afterCr != (b == '\n')) {
                return false;
            }
            afterCr = b == '\r';
            if (!afterCr) {
                out.write(b);
            }
        }
        return !afterCr;
    }
}
