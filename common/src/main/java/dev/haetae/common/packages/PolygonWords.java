package dev.haetae.common.packages;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The elements and attributes that {@code problem.xml} is known to have, whether they make a difference here or not. What is not among them
 * may be meant to make one.
 */
final class PolygonWords {

    /** By an element's name: its attributes, a bar, and the elements in it. The same name means alike wherever it stands. */
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry(
                    "problem",
                    "revision short-name url"
                            + "|names statements tutorials judging files assets properties stresses tags"),
            Map.entry("names", "|name"),
            Map.entry("name", "language value|"),
            Map.entry("statements", "|statement"),
            Map.entry("statement", "charset language mathjax path type|"),
            Map.entry("tutorials", "|tutorial"),
            Map.entry("tutorial", "charset language mathjax path type|"),
            Map.entry(
                    "judging",
                    "cpu-name cpu-speed input-file output-file run-count treat-points-from-checker-as-percent"
                            + "|testset"),
            Map.entry(
                    "testset",
                    "name|time-limit memory-limit test-count input-path-pattern output-path-pattern"
                            + " answer-path-pattern tests groups"),
            Map.entry("tests", "|test"),
            Map.entry("test", "cmd description from-file group method points sample verdict|"),
            Map.entry("groups", "|group"),
            Map.entry("group", "feedback-policy name points points-policy|dependencies"),
            Map.entry("dependencies", "|dependency"),
            Map.entry("dependency", "group|"),
            Map.entry("files", "|resources executables"),
            Map.entry("resources", "|file"),
            Map.entry("file", "for-type for-types location path type|stages assets"),
            Map.entry("stages", "|stage"),
            Map.entry("stage", "name|"),
            Map.entry("asset", "name|"),
            Map.entry("executables", "|executable"),
            Map.entry("executable", "|source binary"),
            Map.entry("source", "path type|"),
            Map.entry("binary", "path type|"),
            Map.entry("copy", "path type|"),
            Map.entry("assets", "|checker interactor validators solutions asset"),
            Map.entry("checker", "name type|source binary copy testset"),
            Map.entry("interactor", "name type|source binary copy runs"),
            Map.entry("runs", "|run"),
            Map.entry("validators", "|validator"),
            Map.entry("validator", "name type|source binary copy testset"),
            Map.entry("solutions", "|solution"),
            Map.entry("solution", "note tag|source binary"),
            Map.entry("properties", "|property"),
            Map.entry("property", "name value|"),
            Map.entry("stresses", "|stress-count stress-path-pattern list"),
            Map.entry("list", "|stress"),
            Map.entry("stress", "index path|"),
            Map.entry("tags", "|tag"),
            Map.entry("tag", "value|"));

    private static final Map<String, Set<String>> ATTRIBUTES = known(0);
    private static final Map<String, Set<String>> CHILDREN = known(1);

    private final Findings findings;
    private final Set<String> warned = new HashSet<>();

    private PolygonWords(Findings findings) {
        this.findings = findings;
    }

    /** Warns of what is not known: once, where it stands first, and not of what is in it. */
    static void look(XmlElement problem, Findings findings) {
        new PolygonWords(findings).look(problem);
    }

    private void look(XmlElement element) {
        Set<String> attributes = ATTRIBUTES.getOrDefault(element.name(), Set.of());
        new TreeMap<>(element.attributes())
                .keySet().stream()
                        .filter(attribute -> !attributes.contains(attribute))
                        .forEach(attribute -> warn(element, "the attribute " + YamlKeys.shortened(attribute) + " of "));
        for (XmlElement child : element.children()) {
            if (CHILDREN.getOrDefault(element.name(), Set.of()).contains(child.name())) {
                look(child);
            } else {
                warn(child, "the element " + element.name() + "/");
            }
        }
    }

    private void warn(XmlElement element, String what) {
        String warning = what + YamlKeys.shortened(element.name()) + " is not known and is ignored";
        if (warned.add(warning)) {
            findings.warn(PolygonReader.FILE, element.line(), warning);
        }
    }

    private static Map<String, Set<String>> known(int part) {
        return KNOWN.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> words(entry.getValue().split("\\|", -1)[part])));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }
}
