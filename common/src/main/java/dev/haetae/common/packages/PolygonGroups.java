package dev.haetae.common.packages;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The groups of a Polygon test set, and the folders that they become. Groups are judged in the order of their folders' names, so that
 * numbers get zeros in front; a group of nothing but samples without points is the folder of samples.
 */
final class PolygonGroups {

    static final String SAMPLES = "sample";
    static final String SECRET = "secret";

    /** Of tests that have no group where others have one. */
    private static final String WITHOUT = "_";

    private final XmlElement set;
    private final Findings findings;
    private final Map<String, String> folders = new LinkedHashMap<>();

    PolygonGroups(XmlElement set, Findings findings) {
        this.set = set;
        this.findings = findings;
        List<String> names = names();
        int digits = names.stream()
                .filter(name -> name.matches("[0-9]+"))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        names.forEach(name -> folders.put(name, folder(name, digits)));
        if (isScored()) {
            refuseTwins();
        }
    }

    private List<String> names() {
        return Stream.concat(
                        set.all("groups", "group").stream().map(group -> group.value("name")),
                        tests().stream().map(test -> test.value("group")))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private String folder(String name, int digits) {
        if (isOnlySamples(name)) {
            return SAMPLES;
        }
        String plain = name.replaceAll("^-|[^A-Za-z0-9_-]", "_");
        return SECRET + "/" + (name.matches("[0-9]+") ? "0".repeat(digits - name.length()) + name : plain);
    }

    private boolean isOnlySamples(String name) {
        List<XmlElement> members = tests().stream()
                .filter(test -> test.value("group").equals(name))
                .toList();
        return !members.isEmpty() && members.stream().allMatch(test -> isSample(test) && !hasPoints(test));
    }

    private void refuseTwins() {
        List<String> secret = folders.values().stream()
                .filter(folder -> !folder.equals(SAMPLES))
                .toList();
        if (secret.stream().distinct().count() != secret.size()) {
            findings.refuse(
                    PolygonReader.FILE, set.line(), "two groups have names that differ in special characters only");
        }
    }

    XmlElement set() {
        return set;
    }

    private List<XmlElement> tests() {
        return set.all("tests", "test");
    }

    static boolean isSample(XmlElement test) {
        return test.value("sample").equals("true");
    }

    static boolean hasPoints(XmlElement element) {
        return !element.value("points").isEmpty() && !element.value("points").matches("0*(\\.0*)?");
    }

    /** Whether solutions get points. */
    boolean isScored() {
        return Stream.concat(tests().stream(), set.all("groups", "group").stream())
                .anyMatch(PolygonGroups::hasPoints);
    }

    /** The folder of a test's group. */
    String folder(XmlElement test) {
        String name = test.value("group");
        if (name.isEmpty()) {
            return folders.isEmpty() || !isScored() ? SECRET : SECRET + "/" + WITHOUT;
        }
        return folders.getOrDefault(name, SECRET);
    }

    /** The folder of a group, or null when there is none of that name. */
    @Nullable
    String folder(String name) {
        return folders.get(name);
    }

    /** What {@code problem.xml} says of the group in a folder, or null when it says nothing. */
    @Nullable
    XmlElement settings(String folder) {
        return set.all("groups", "group").stream()
                .filter(group -> folder.equals(folders.get(group.value("name"))))
                .findFirst()
                .orElse(null);
    }

    /** Whether a folder's tests are judged before another's. */
    static boolean isBefore(String folder, String other) {
        return folder.equals(SAMPLES)
                || Arrays.compareUnsigned(
                                folder.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8))
                        < 0;
    }
}
