package dev.haetae.common.packages;

import dev.haetae.common.Protocol;
import dev.haetae.common.language.Languages;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the checker and the interactor of a Polygon package, with the headers that lie beside them. Nothing is added: a package brings
 * its testlib.h, as those do that Polygon makes.
 */
final class PolygonPrograms {

    private static final String CPP = "cpp";
    private static final String LIBRARY = "testlib.h";
    private static final Pattern HEADER = Pattern.compile(".+\\.(?:h|hh|hpp|hxx|inc)");
    private static final Pattern INCLUDES = Pattern.compile("(?m)^[ \\t]*#[ \\t]*include[ \\t]*[\"<]testlib\\.h[\">]");

    private final PackageTree tree;
    private final Findings findings;

    PolygonPrograms(PackageTree tree, Findings findings) {
        this.tree = tree;
        this.findings = findings;
    }

    /** The program that an element of {@code assets} names; null when it is refused. */
    @Nullable
    PackageProgram read(XmlElement element) throws IOException {
        XmlElement source = element.first("source");
        String path = source == null ? "" : source.value("path");
        PackageFile file = tree.file(path);
        if (source == null || file == null) {
            findings.refuse(
                    PolygonReader.FILE,
                    element.line(),
                    "the source of the " + element.name() + " is not in the package: " + YamlKeys.shortened(path));
            return null;
        }
        if (!source.value("type").startsWith("cpp.") || !isCpp(path)) {
            findings.refuse(
                    PolygonReader.FILE,
                    source.line(),
                    "the " + element.name() + " is in " + YamlKeys.shortened(source.value("type"))
                            + ", but only C++ is supported");
            return null;
        }
        SortedMap<String, PackageFile> files = headers(PackagePath.folder(path));
        files.put(PackagePath.name(path), file);
        requireLibrary(file, files);
        return new PackageProgram(path, CPP, files, Protocol.TESTLIB);
    }

    /** The same, for a checker whose points are hundredths of a test's. */
    @Nullable
    PackageProgram readChecker(XmlElement element, boolean givesHundredths) throws IOException {
        PackageProgram checker = read(element);
        return checker == null || !givesHundredths
                ? checker
                : new PackageProgram(checker.name(), CPP, checker.files(), Protocol.TESTLIB_HUNDREDTHS);
    }

    private static boolean isCpp(String path) {
        return Languages.all()
                .find(CPP)
                .filter(language -> language.isSource(PackagePath.name(path)))
                .isPresent();
    }

    private SortedMap<String, PackageFile> headers(String folder) {
        SortedMap<String, PackageFile> headers = new TreeMap<>();
        for (PackageFile file : tree.all()) {
            String name = PackagePath.name(file.path());
            String at = PackagePath.folder(file.path());
            if (HEADER.matcher(name).matches() && (at.equals(folder) || at.equals("files"))) {
                headers.put(name, file);
            }
        }
        return headers;
    }

    private void requireLibrary(PackageFile source, SortedMap<String, PackageFile> files) throws IOException {
        String text = Texts.lenient(source, findings);
        Matcher include = INCLUDES.matcher(text == null ? "" : text);
        if (text != null && include.find() && !files.containsKey(LIBRARY)) {
            int line = 1
                    + (int) text.substring(0, include.start())
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            findings.refuse(
                    source.path(), line, LIBRARY + " is not in the package: it has to lie beside, or in files/");
        }
    }
}
