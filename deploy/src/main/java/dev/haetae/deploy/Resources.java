package dev.haetae.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Texts beside the classes: programs that run elsewhere. */
final class Resources {

    private Resources() {}

    static String text(String name) {
        try (InputStream resource = Resources.class.getResourceAsStream("/" + name)) {
            if (resource == null) {
                throw new IllegalStateException("there is no resource " + name);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
