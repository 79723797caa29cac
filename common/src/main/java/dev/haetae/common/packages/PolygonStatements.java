package dev.haetae.common.packages;

import dev.haetae.common.packages.Statement.Markup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a Polygon package in TeX and as PDF; those in HTML are made of the TeX. They get the names that the ICPC formats have
 * for them: {@code statement/problem.en.tex}, and images beside it.
 *
 * @param all in the order of {@link Statement#ORDER}
 * @param images what lies beside those in TeX and may be shown; of two with one name, for two languages, the first
 */
record PolygonStatements(List<Statement> all, List<PackageFile> images) {

    private static final Map<String, Markup> MARKUPS =
            Map.of("application/x-tex", Markup.TEX, "application/pdf", Markup.PDF);
    private static final Pattern IMAGE = Pattern.compile("(?i).+\\.(?:png|jpe?g|gif|webp|svg|bmp|eps|pdf)");

    /** Polygon writes languages in English, in small letters. */
    private static final Map<String, String> LANGUAGES = Arrays.stream(Locale.getISOLanguages())
            .collect(Collectors.toMap(PolygonStatements::nameOf, code -> code, (first, _) -> first));

    static PolygonStatements read(PackageTree tree, XmlElement problem, Findings findings) throws IOException {
        List<Statement> statements = new ArrayList<>();
        SortedMap<String, PackageFile> images = new TreeMap<>();
        for (XmlElement element : problem.all("statements", "statement")) {
            Markup markup = MARKUPS.get(element.value("type"));
            PackageFile file = tree.file(element.value("path"));
            String language = LANGUAGES.get(element.value("language").strip().toLowerCase(Locale.ROOT));
            if (markup != null && file != null && language != null) {
                String name = "problem." + language + "." + markup.name().toLowerCase(Locale.ROOT);
                statements.add(new Statement(
                        language, markup, text(markup, file, findings), moved(file, name), title(problem, element)));
                imagesBeside(file, tree).forEach(image -> images.putIfAbsent(image.path(), image));
            } else if (markup != null) {
                String why = file == null ? "is not in the package" : "is in a language without a code";
                findings.warn(
                        PolygonReader.FILE,
                        element.line(),
                        "the statement " + YamlKeys.shortened(element.value("path")) + " " + why);
            }
        }
        if (statements.isEmpty()) {
            findings.warn("statements", "the package has no statement in TeX or as PDF");
        }
        statements.sort(Statement.ORDER);
        return new PolygonStatements(statements, List.copyOf(images.values()));
    }

    private static @Nullable String title(XmlElement problem, XmlElement statement) {
        return problem.all("names", "name").stream()
                .filter(name -> name.value("language").equals(statement.value("language")))
                .map(name -> name.value("value").strip())
                .filter(title -> !title.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String text(Markup markup, PackageFile file, Findings findings) throws IOException {
        return markup == Markup.PDF ? null : Texts.lenient(file, findings);
    }

    private static List<PackageFile> imagesBeside(PackageFile statement, PackageTree tree) {
        String folder = PackagePath.folder(statement.path());
        return tree.below(folder).stream()
                .filter(file -> !file.path().equals(statement.path()))
                .filter(file -> IMAGE.matcher(file.path()).matches())
                .map(file -> moved(file, file.path().substring(folder.length() + 1)))
                .toList();
    }

    private static PackageFile moved(PackageFile file, String name) {
        return new PackageFile("statement/" + name, file.content(), file.sizeBytes());
    }

    private static String nameOf(String code) {
        return Locale.of(code).getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT);
    }
}
