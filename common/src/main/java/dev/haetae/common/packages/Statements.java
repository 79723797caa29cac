package dev.haetae.common.packages;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a package and what lies beside them.
 *
 * @param all in the order of {@link Statement#ORDER}
 * @param otherFiles images and the like
 */
record Statements(List<Statement> all, List<PackageFile> otherFiles) {

    private static final Pattern NAME =
            Pattern.compile("problem(?:\\.(?<language>[a-z]{2,3}(?:-[A-Z]{2})?))?\\.(?<ending>md|tex|pdf)");
    private static final Pattern IN_ROOT = Pattern.compile("problem[^/]*\\.(?<ending>md|tex|pdf)");
    private static final Pattern MARKDOWN_TITLE = Pattern.compile("(?m)^#[ \\t]++(\\S.*)$");
    private static final Pattern CLOSING = Pattern.compile("(?<!#)#++\\z");
    private static final Pattern TEX_PLAIN_TITLE = Pattern.compile("(?m)^%%[ \\t]*+plainproblemname:[ \\t]*+(\\S.*)$");
    private static final Pattern TEX_MACRO = Pattern.compile(
            "\\\\(?:(?:re|provide)?newcommand|def)\\*?+\\s*+\\{?+\\s*+(\\\\[a-zA-Z]{1,40})\\s*+}?+\\s*+[\\[#]");
    private static final Pattern TEX_TITLE = Pattern.compile("\\\\problemname\\{([^{}]+)}");

    static Statements read(PackageTree tree, Findings findings) throws IOException {
        List<Statement> statements = new ArrayList<>();
        List<PackageFile> others = new ArrayList<>();
        for (String folder : List.of("problem_statement", "statement")) {
            for (PackageFile file : tree.below(folder)) {
                Matcher name = NAME.matcher(file.path().substring(folder.length() + 1));
                if (name.matches()) {
                    String language = name.group("language");
                    add(
                            statements,
                            file,
                            language == null ? Statement.ENGLISH : language,
                            name.group("ending"),
                            findings);
                } else {
                    others.add(file);
                }
            }
        }
        for (String top : tree.topNames()) {
            PackageFile file = tree.file(top);
            Matcher name = IN_ROOT.matcher(top);
            if (file != null && name.matches()) {
                add(statements, file, Statement.ENGLISH, name.group("ending"), findings);
            }
        }
        if (statements.isEmpty()) {
            findings.warn("problem_statement", "the package has no statement");
        }
        statements.sort(Statement.ORDER);
        return new Statements(statements, others);
    }

    /** The same with these titles, by language. */
    Statements titled(Map<String, String> titles) {
        return new Statements(
                all.stream().map(statement -> statement.titled(titles)).toList(), otherFiles);
    }

    /** Whether a file in the root is a statement. */
    static boolean isInRoot(String name) {
        return IN_ROOT.matcher(name).matches();
    }

    /** The title that a statement gives, English first; null when none does. */
    @Nullable
    String title() {
        String title = all.stream()
                .map(Statements::title)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        return title.isEmpty() ? null : title;
    }

    private static void add(
            List<Statement> statements, PackageFile file, String language, String ending, Findings findings)
            throws IOException {
        Statement.Markup markup = switch (ending) {
            case "md" -> Statement.Markup.MARKDOWN;
            case "tex" -> Statement.Markup.TEX;
            default -> Statement.Markup.PDF;
        };
        String text = markup == Statement.Markup.PDF ? null : Texts.lenient(file, findings);
        if (markup == Statement.Markup.TEX && text != null) {
            warnOfMacros(file, text, findings);
        }
        statements.add(new Statement(language, markup, text, file, null));
    }

    /** TeX is not run when it is shown: constants are put into the text, and that is all. */
    private static void warnOfMacros(PackageFile file, String text, Findings findings) {
        Matcher macro = TEX_MACRO.matcher(text);
        if (macro.find()) {
            long before = text.substring(0, macro.start())
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            findings.warn(
                    file.path(),
                    (int) before + 1,
                    "the macro " + macro.group(1) + " is not expanded when the statement is shown");
        }
    }

    private static String title(Statement statement) {
        String text = statement.text();
        if (text == null) {
            return "";
        }
        return switch (statement.markup()) {
            case MARKDOWN ->
                CLOSING.matcher(first(MARKDOWN_TITLE, text)).replaceFirst("").strip();
            case TEX -> {
                String plain = first(TEX_PLAIN_TITLE, text);
                yield plain.isEmpty() ? first(TEX_TITLE, text).strip() : plain;
            }
            case PDF -> "";
        };
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1).strip() : "";
    }
}
