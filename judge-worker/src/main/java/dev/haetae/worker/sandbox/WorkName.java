package dev.haetae.worker.sandbox;

import java.nio.charset.StandardCharsets;

/** The rule for names below {@code /work}: relative, without empty, {@code .} or {@code ..} parts, at most 255 bytes a part, 1000 in all. */
final class WorkName {

    private static final int MOST_BYTES = 1000;
    private static final int MOST_PART_BYTES = 255;

    private WorkName() {}

    static boolean isValid(String name) {
        if (name.indexOf('\0') >= 0 || utf8Length(name) > MOST_BYTES) {
            return false;
        }
        for (String part : name.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..") || utf8Length(part) > MOST_PART_BYTES) {
                return false;
            }
        }
        return true;
    }

    private static int utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
