package dev.haetae.common.packages;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * DOMjudge's {@code domjudge-problem.ini}: {@code key = value} by line, values optionally quoted, comments after a semicolon.
 *
 * @param path where it stands
 * @param values by key
 */
record IniFile(String path, Map<String, Value> values) {

    static final String NAME = "domjudge-problem.ini";

    /** What is read, and what says something to DOMjudge only. */
    private static final Set<String> KNOWN = Set.of(
            "name",
            "timelimit",
            "special_run",
            "special_compare",
            "special_compare_args",
            "combined_run_compare",
            "short-name",
            "externalid",
            "probid",
            "cid",
            "color",
            "points",
            "allow_submit",
            "allow_judge");

    /** A value and its line. */
    record Value(String text, int line) {}

    /** The package's file, without values when it has none. */
    static IniFile read(PackageTree tree, Findings findings) throws IOException {
        Map<String, Value> values = new LinkedHashMap<>();
        PackageFile file = tree.file(NAME);
        String text = file == null ? null : Texts.strict(file, findings);
        int line = 0;
        for (String content : text == null ? new String[0] : text.split("\n", -1)) {
            read(content.strip(), ++line, values, findings);
        }
        values.forEach((key, value) -> {
            if (!KNOWN.contains(key)) {
                findings.warn(
                        NAME, value.line(), "the key " + YamlKeys.shortened(key) + " is not known and is ignored");
            }
        });
        return new IniFile(NAME, values);
    }

    @Nullable
    Value value(String key) {
        return values.get(key);
    }

    private static void read(String content, int line, Map<String, Value> values, Findings findings) {
        if (content.isEmpty() || content.startsWith(";") || content.startsWith("#") || content.startsWith("[")) {
            return;
        }
        int equals = content.indexOf('=');
        if (equals < 0) {
            findings.warn(NAME, line, "the line is not of the form key = value and is ignored");
            return;
        }
        String key = content.substring(0, equals).strip();
        if (values.put(key, new Value(unquoted(content.substring(equals + 1).strip()), line)) != null) {
            findings.refuse(NAME, line, "the key " + key + " is given twice");
        }
    }

    private static String unquoted(String value) {
        char quote = value.isEmpty() ? ' ' : value.charAt(0);
        int end = value.indexOf(quote, 1);
        if ((quote == '"' || quote == '\'') && end > 0) {
            return value.substring(1, end);
        }
        int comment = value.indexOf(';');
        return comment < 0 ? value : value.substring(0, comment).strip();
    }
}
