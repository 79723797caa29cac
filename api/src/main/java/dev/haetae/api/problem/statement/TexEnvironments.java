package dev.haetae.api.problem.statement;

import dev.haetae.api.problem.statement.HtmlFlow.Holds;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What the environments of statements do; one that is not known does nothing, and what is in it is shown. */
final class TexEnvironments {

    private static final Map<String, Consumer<TexHtml>> ENVIRONMENTS = new HashMap<>();

    /** Environments of formulas, by what stands for each within a formula. */
    private static final Map<String, String> FORMULAS = Map.of(
            "equation",
            "",
            "displaymath",
            "",
            "math",
            "",
            "align",
            "aligned",
            "gather",
            "gathered",
            "multline",
            "gathered",
            "eqnarray",
            "aligned",
            "flalign",
            "aligned",
            "alignat",
            "alignedat");

    private static final Set<String> WORD_FOR_WORD = Set.of("verbatim", "Verbatim", "lstlisting", "minted", "alltt");
    private static final Set<String> TABLES = Set.of("tabular", "tabularx", "tabulary", "longtable", "array");
    private static final Set<String> LISTS =
            Set.of("itemize", "enumerate", "description", "compactitem", "compactenum");

    static {
        environment("itemize compactitem description", "ul", "", Holds.BLOCKS);
        environment("enumerate compactenum", "ol", "", Holds.BLOCKS);
        environment("quote quotation verse", "blockquote", "", Holds.PARAGRAPHS);
        environment("center", "div", " class=\"center\"", Holds.PARAGRAPHS);
        environment("figure table", "figure", "", Holds.PARAGRAPHS);
        ENVIRONMENTS.put("wrapfigure", tex -> {
            tex.in.skipArguments(2);
            tex.out.open("figure", " class=\"illustration\"", Holds.PARAGRAPHS);
        });
        ENVIRONMENTS.put("minipage", tex -> tex.in.skipArguments(1));
        ENVIRONMENTS.put("multicols", tex -> tex.in.skipArguments(1));
        ENVIRONMENTS.put("problem", TexEnvironments::problem);
        ENVIRONMENTS.put("Input", tex -> tex.heading("h2", tex.words.input()));
        ENVIRONMENTS.put("Output", tex -> tex.heading("h2", tex.words.output()));
        ENVIRONMENTS.put("Interaction", tex -> tex.heading("h2", tex.words.interaction()));
    }

    private TexEnvironments() {}

    static boolean isList(String environment) {
        return LISTS.contains(environment);
    }

    /** Begins the environment whose name follows. */
    static void begin(TexHtml tex) {
        String name = tex.in.argument();
        String kind = name.endsWith("*") ? name.substring(0, name.length() - 1) : name;
        if (WORD_FOR_WORD.contains(kind)) {
            tex.in.option();
            tex.in.skipArguments(kind.equals("minted") ? 1 : 0);
            String text = tex.in.until("\\end{" + name + "}").replaceFirst("^[ \t\r]*\n", "");
            tex.out.block("<pre><code>" + SafeHtml.escaped(text.stripTrailing()) + "</code></pre>");
        } else if (kind.equals("comment") || kind.startsWith("example")) {
            tex.in.until("\\end{" + name + "}");
        } else if (FORMULAS.containsKey(kind)) {
            String inner = FORMULAS.getOrDefault(kind, "");
            String lines = tex.in.until("\\end{" + name + "}");
            tex.formula(inner.isEmpty() ? lines : "\\begin{" + inner + "}" + lines + "\\end{" + inner + "}", true);
        } else if (TABLES.contains(kind)) {
            tex.in.option();
            tex.in.skipArguments(name.equals("tabular*") || kind.equals("tabularx") || kind.equals("tabulary") ? 1 : 0);
            tex.frames.beginTable(name, tex.in.argument());
        } else {
            tex.frames.beginEnvironment(name);
            tex.in.option();
            ENVIRONMENTS.getOrDefault(kind, _tex -> {}).accept(tex);
        }
    }

    /** Polygon's, with title, files and limits, of which the problem itself tells all but the title. */
    private static void problem(TexHtml tex) {
        tex.titled(tex.in.argument());
        tex.in.spaceInParagraph();
        for (int more = 0; more < 4 && tex.in.isNext('{'); more++) {
            tex.in.argument();
            tex.in.spaceInParagraph();
        }
    }

    private static void environment(String names, String tag, String attributes, Holds holds) {
        for (String name : names.split(" ")) {
            ENVIRONMENTS.put(name, tex -> tex.out.open(tag, attributes, holds));
        }
    }
}
