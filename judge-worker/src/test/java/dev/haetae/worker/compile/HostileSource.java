package dev.haetae.worker.compile;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.haetae.common.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A source that is out to harm who compiles it, from a file whose first comments say what has to come of it:
 *
 * <pre>
 * // expect: REJECTED .*nested depth.*
 * // as: the-name-it-is-submitted-by.c
 * </pre>
 *
 * @param language id of its language, the name of its folder
 * @param compiles whether it is to be compiled, or else rejected
 * @param output of what the compiler says, all of it
 */
record HostileSource(String language, SourceFile file, boolean compiles, Pattern output) {

    private static final Pattern EXPECTED = Pattern.compile("(?m)\\A\\S+ expect: (COMPILED|REJECTED) ?(.*?)(?: -})?$");
    private static final Pattern NAME = Pattern.compile("(?m)^\\S+ as: (.+)$");

    static HostileSource of(Path path) throws IOException {
        byte[] content = Files.readAllBytes(path);
        String text = new String(content, UTF_8);
        Matcher expected = EXPECTED.matcher(text);
        if (!expected.find()) {
            throw new IllegalStateException(path + " does not begin with what is expected of it");
        }
        Matcher name = NAME.matcher(text);
        return new HostileSource(
                path.getName(path.getNameCount() - 2).toString(),
                new SourceFile(name.find() ? name.group(1) : path.getFileName().toString(), content),
                expected.group(1).equals("COMPILED"),
                Pattern.compile(expected.group(2), Pattern.DOTALL));
    }

    @Override
    public String toString() {
        return language + ": " + file.name();
    }
}
