package dev.haetae.common.packages;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The constants of a 2025-09 package: their values stand where {@code {{name}}} stood in statements, validators, included files, solutions and
 * settings of groups, and never in test data. What is changed is a copy; bytes that are no such sequence are kept as they are.
 *
 * @param values by name, bytes as Latin-1 characters
 * @param scratch a private directory for the copies
 */
record Constants(Map<String, String> values, Path scratch, Findings findings) {

    private static final String KEY = "constants";
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");
    private static final String NAMES = "(" + NAME + "(?:\\." + NAME + ")?)";
    private static final Pattern SEQUENCE = Pattern.compile("\\{\\{" + NAMES + "}}");
    private static final Pattern TEX_COMMAND = Pattern.compile("\\\\constant\\{" + NAMES + "}");
    private static final Pattern FILES = Pattern.compile(
            "statement/.*\\.md|(input_validators|output_validator|static_validator|include|submissions)/.*"
                    + "|data/(.*/)?test_group\\.yaml");
    private static final Pattern TEX_FILES = Pattern.compile("statement/.*\\.tex");

    /** What stands for samples in a statement. */
    private static final Set<String> SAMPLES = Set.of("nextsample", "remainingsamples");

    /** Larger files are programs' data and nobody's text. */
    private static final int MOST_BYTES = 4 << 20;

    private static final int MOST_BYTES_AFTER = 4 * MOST_BYTES;

    static Constants read(YamlKeys keys, Path scratch, Findings findings) {
        SortedMap<String, String> values = new TreeMap<>();
        YamlKeys map = keys.map(KEY);
        for (String name : map.all()) {
            if (!NAME.matcher(name).matches()) {
                map.refuse(name, "is not the name of a constant: letters, digits and underscores");
            } else if (map.isMap(name)) {
                readForms(name, map.map(name), values);
            } else {
                put(name, map.text(name), values);
            }
        }
        return new Constants(values, scratch, findings);
    }

    /** A value and how else it is written, as BAPCtools has it beyond the format: {@code {{name}}} and {@code {{name.form}}}. */
    private static void readForms(String name, YamlKeys forms, SortedMap<String, String> values) {
        for (String form : forms.all()) {
            put(form.equals("value") ? name : name + "." + form, forms.text(form), values);
        }
    }

    private static void put(String name, @Nullable String value, SortedMap<String, String> values) {
        if (value != null) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            values.put(name, new String(bytes, StandardCharsets.ISO_8859_1));
        }
    }

    /** The same files with the values in their places. */
    PackageTree in(PackageTree tree) throws IOException {
        if (values.isEmpty()) {
            return tree;
        }
        Path copies = Files.createDirectory(scratch.resolve("constants"));
        SortedMap<String, PackageFile> files = new TreeMap<>();
        for (PackageFile file : tree.all()) {
            files.put(file.path(), with(file, copies.resolve(String.valueOf(files.size()))));
        }
        return new PackageTree(files);
    }

    private PackageFile with(PackageFile file, Path copy) throws IOException {
        boolean isTex = TEX_FILES.matcher(file.path()).matches();
        if ((!isTex && !FILES.matcher(file.path()).matches()) || file.sizeBytes() > MOST_BYTES) {
            return file;
        }
        String before;
        try (InputStream in = file.open()) {
            before = new String(in.readNBytes(MOST_BYTES), StandardCharsets.ISO_8859_1);
        }
        String after = replaced(before, isTex ? TEX_COMMAND : SEQUENCE, file);
        if (after.length() > MOST_BYTES_AFTER) {
            findings.refuse(file.path(), "with its constants the file is larger than " + MOST_BYTES_AFTER + " bytes");
            return file;
        }
        if (after.equals(before)) {
            return file;
        }
        byte[] bytes = after.getBytes(StandardCharsets.ISO_8859_1);
        return new PackageFile(file.path(), Files.write(copy, bytes), bytes.length);
    }

    private String replaced(String text, Pattern sequence, PackageFile file) {
        Matcher matcher = sequence.matcher(text);
        StringBuilder replaced = new StringBuilder();
        while (matcher.find() && replaced.length() <= MOST_BYTES_AFTER) {
            String value = values.get(matcher.group(1));
            if (value == null && !SAMPLES.contains(matcher.group(1))) {
                findings.warn(file.path(), "there is no constant " + YamlKeys.shortened(matcher.group(1)));
            }
            matcher.appendReplacement(replaced, Matcher.quoteReplacement(value == null ? matcher.group() : value));
        }
        return matcher.appendTail(replaced).toString();
    }
}
