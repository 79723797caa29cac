package dev.haetae.common.packages;

import dev.haetae.common.language.Language;
import dev.haetae.common.language.Languages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The resources of a Polygon package that are compiled with solutions: {@code <file for-types="cpp.*" path="files/grader.cpp">} with the
 * asset {@code SOLUTION}. They become the included files of the languages that their type is for.
 */
final class PolygonGraders {

    private static final String SOLUTION = "SOLUTION";
    private static final String ANY = "*";

    /** Where Polygon has another name than we, by the name before the first dot. */
    private static final Map<String, List<String>> IDS = Map.ofEntries(
            Map.entry("python", List.of("python3", "pypy3")),
            Map.entry("pypy", List.of("pypy3")),
            Map.entry("pypy2", List.of()),
            Map.entry("python2", List.of()),
            Map.entry("pas", List.of("pascal")),
            Map.entry("delphi", List.of("pascal")),
            Map.entry("js", List.of("javascript")),
            Map.entry("nodejs", List.of("javascript")));

    private final PackageTree tree;
    private final XmlElement problem;
    private final Findings findings;

    PolygonGraders(PackageTree tree, XmlElement problem, Findings findings) {
        this.tree = tree;
        this.problem = problem;
        this.findings = findings;
    }

    /** By the language's id, then by the path in the work directory. */
    SortedMap<String, SortedMap<String, PackageFile>> read() {
        SortedMap<String, SortedMap<String, PackageFile>> included = new TreeMap<>();
        for (XmlElement resource : problem.all("files", "resources", "file")) {
            if (isForSolutions(resource)) {
                add(resource, included);
            }
        }
        included.forEach((language, files) -> IncludedFiles.refuseWhatCannotTravel(language, files, findings));
        return included;
    }

    private static boolean isForSolutions(XmlElement resource) {
        return resource.all("assets", "asset").stream()
                .anyMatch(asset -> asset.value("name").toUpperCase(Locale.ROOT).equals(SOLUTION));
    }

    private void add(XmlElement resource, SortedMap<String, SortedMap<String, PackageFile>> included) {
        String path = resource.value("path");
        PackageFile file = tree.file(path);
        String place = resource.value("location").isEmpty() ? PackagePath.name(path) : resource.value("location");
        if (file == null || PackagePath.fault(place) != null || place.startsWith(".") || place.contains("/.")) {
            findings.refuse(
                    PolygonReader.FILE,
                    resource.line(),
                    "what is to be compiled with solutions is not in the package, or in no place beside them: "
                            + YamlKeys.shortened(path));
            return;
        }
        String mask = resource.value("for-types") + resource.value("for-type");
        for (String id : languages(mask.isEmpty() ? ANY : mask)) {
            included.computeIfAbsent(id, _ -> new TreeMap<>()).put(place, file);
        }
    }

    /** The ids that a mask such as {@code cpp.*} or {@code python.3} is for; none where no such language is known here. */
    private static List<String> languages(String mask) {
        String name = mask.split("[.=^~<>]", 2)[0].strip();
        if (name.equals(ANY)) {
            return Languages.all().list().stream().map(Language::id).toList();
        }
        String plain = name.replaceAll("\\d+$", "");
        return IDS.getOrDefault(
                name,
                IDS.getOrDefault(
                        plain,
                        Languages.all().find(plain).map(Language::id).stream().toList()));
    }
}
