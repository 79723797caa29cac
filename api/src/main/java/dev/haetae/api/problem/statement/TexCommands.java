package dev.haetae.api.problem.statement;

import dev.haetae.api.problem.statement.HtmlFlow.Holds;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the commands and the environments of statements do: LaTeX's own, those of the Kattis formats, and those of Polygon's
 * {@code olymp.sty}. What would read or write a file, run a program or define a command reads its arguments and does nothing.
 */
final class TexCommands {

    private static final Map<String, Consumer<TexHtml>> COMMANDS = new HashMap<>();
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
        each("par newpage clearpage bigskip medskip smallskip", tex -> tex.out.endParagraph());
        each("\\ newline tabularnewline cr", TexCommands::newLine);
        each("item", TexHtml::item);
        each("begin", TexCommands::begin);
        each("end", tex -> tex.endEnvironment(tex.in.argument()));

        style("b", "textbf bf bfseries strong");
        style("i", "textit it itshape textsl sl slshape");
        style("em", "emph em");
        style("u", "underline uline");
        style("s", "sout st");
        style("code", "texttt tt ttfamily t code");
        style("sup", "textsuperscript");
        style("sub", "textsubscript");
        style("small", "tiny scriptsize footnotesize small");
        style("big", "large Large LARGE huge Huge");

        each("section chapter", tex -> tex.block("h2", "", Holds.TEXT));
        each("subsection", tex -> tex.block("h3", "", Holds.TEXT));
        each("subsubsection", tex -> tex.block("h4", "", Holds.TEXT));
        each("paragraph subparagraph", tex -> {
            tex.out.endParagraph();
            tex.style("b");
        });
        each("epigraph", tex -> tex.block("blockquote", "", Holds.PARAGRAPHS));
        each("footnote", tex -> tex.around(" (", ")"));
        each("problemname", tex -> tex.titled(tex.in.argument()));
        each("InputFile Input", tex -> tex.heading("h2", tex.words.input()));
        each("OutputFile Output", tex -> tex.heading("h2", tex.words.output()));
        each("Interaction", tex -> tex.heading("h2", tex.words.interaction()));
        each("Scoring SubtaskScoring", tex -> tex.heading("h2", tex.words.scoring()));
        each("Note Notes Explanation Explanations", tex -> tex.heading("h2", tex.words.note()));
        each("nextsample includesample", tex -> {
            tex.in.option();
            tex.out.block(tex.samples.next());
        });
        each("remainingsamples", tex -> tex.out.block(tex.samples.remaining()));

        each("(", tex -> formula(tex, "\\)", false));
        each("[", tex -> formula(tex, "\\]", true));
        each("ensuremath", tex -> tex.formula(tex.in.argument(), false));
        each("includegraphics", tex -> {
            String options = tex.in.option();
            tex.images.show(tex.in.argument(), options, tex.out);
        });
        each("illustration", TexCommands::illustration);
        each("caption", tex -> {
            tex.in.option();
            tex.block("figcaption", "", Holds.TEXT);
            tex.out.text(tex.labels.nextCaption());
        });
        each("ref autoref", tex -> tex.out.text(tex.labels.number(tex.in.argument())));
        each("captionof", tex -> {
            skip(tex, 1);
            tex.block("figcaption", "", Holds.TEXT);
        });
        each("href", tex -> tex.style(link(url(tex.in.argument()))));
        each("url nolinkurl", TexCommands::showLink);
        each("verb lstinline", TexCommands::wordForWord);
        each("mintinline", tex -> {
            skip(tex, 1);
            wordForWord(tex);
        });
        each("multicolumn", tex -> {
            TexTable table = tex.table();
            String columns = tex.in.argument();
            skip(tex, 1);
            if (table != null) {
                table.span(columns);
            }
        });

        each("iffalse else", tex -> {
            if (tex.in.comes("\\fi")) {
                tex.in.until("\\fi");
            }
        });
        each("def gdef edef xdef", TexCommands::definition);
        each("newcommand renewcommand providecommand DeclareMathOperator newtheorem", tex -> {
            skip(tex, 1);
            tex.in.option();
            skip(tex, 1);
        });
        each("newenvironment renewenvironment", tex -> {
            skip(tex, 1);
            tex.in.option();
            skip(tex, 2);
        });
        each("let futurelet read openin openout", tex -> {
            skip(tex, 1);
            tex.in.skip("=");
            tex.in.skip("to");
            file(tex);
        });
        each(
                "input include InputIfFileExists lstinputlisting verbatiminput inputminted usepackage RequirePackage import"
                        + " subfile includepdf bibliography",
                tex -> {
                    tex.in.option();
                    file(tex);
                });
        each("write special catcode", tex -> {
            tex.in.plain();
            skip(tex, 1);
        });
        each("csname", tex -> {
            if (tex.in.comes("\\endcsname")) {
                tex.in.until("\\endcsname");
            }
        });
        each(
                "vskip hskip kern itemsep intextsep parskip parindent topsep parsep baselineskip tabcolsep leftmargin",
                tex -> tex.in.length());
        each(
                "newread newwrite closein closeout label vspace hspace pagestyle thispagestyle color textcolor colorbox documentclass usetikzlibrary graphicspath phantom"
                        + " hyphenation cite pagenumbering selectlanguage foreignlanguage pageref lstset cline cmidrule"
                        + " resizebox index newcounter stepcounter",
                tex -> skip(tex, 1));
        each(
                "setlength addtolength settowidth fontsize setcounter addtocounter rule raisebox multirow exmpfile exmp",
                tex -> skip(tex, 2));
        each("definecolor", tex -> skip(tex, 3));

        TexText.SYMBOLS.forEach((name, text) -> COMMANDS.put(name, tex -> tex.out.text(text)));
        COMMANDS.put(" ", tex -> tex.out.space());
        COMMANDS.put("\n", tex -> tex.out.space());

        environment("itemize compactitem description", "ul", "", Holds.BLOCKS);
        environment("enumerate compactenum", "ol", "", Holds.BLOCKS);
        environment("quote quotation verse", "blockquote", "", Holds.PARAGRAPHS);
        environment("center", "div", " class=\"center\"", Holds.PARAGRAPHS);
        environment("figure table", "figure", "", Holds.PARAGRAPHS);
        ENVIRONMENTS.put("wrapfigure", tex -> {
            skip(tex, 2);
            tex.out.open("figure", " class=\"illustration\"", Holds.PARAGRAPHS);
        });
        ENVIRONMENTS.put("minipage", tex -> skip(tex, 1));
        ENVIRONMENTS.put("multicols", tex -> skip(tex, 1));
        ENVIRONMENTS.put("problem", TexCommands::problem);
        ENVIRONMENTS.put("Input", tex -> tex.heading("h2", tex.words.input()));
        ENVIRONMENTS.put("Output", tex -> tex.heading("h2", tex.words.output()));
        ENVIRONMENTS.put("Interaction", tex -> tex.heading("h2", tex.words.interaction()));
    }

    private TexCommands() {}

    static boolean isList(String environment) {
        return LISTS.contains(environment);
    }

    /** Does what a command does that has been read. */
    static void run(String command, TexHtml tex) {
        Consumer<TexHtml> known = COMMANDS.get(command);
        if (known != null) {
            known.accept(tex);
        } else if (TexText.isAccent(command)) {
            tex.out.text(TexText.accented(command, tex.in.argument()));
        }
    }

    private static void begin(TexHtml tex) {
        String name = tex.in.argument();
        String kind = name.endsWith("*") ? name.substring(0, name.length() - 1) : name;
        if (WORD_FOR_WORD.contains(kind)) {
            tex.in.option();
            skip(tex, kind.equals("minted") ? 1 : 0);
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
            skip(tex, name.equals("tabular*") || kind.equals("tabularx") || kind.equals("tabulary") ? 1 : 0);
            tex.beginTable(name);
        } else {
            tex.beginEnvironment(name);
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

    private static void newLine(TexHtml tex) {
        tex.in.skip("*");
        tex.in.option();
        TexTable table = tex.table();
        if (table == null) {
            tex.out.inline("<br />");
        } else {
            table.nextRow();
        }
    }

    private static void formula(TexHtml tex, String end, boolean display) {
        String formula = tex.in.formula(end);
        if (!formula.isBlank()) {
            tex.formula(formula, display);
        }
    }

    private static void illustration(TexHtml tex) {
        String width = tex.in.argument();
        String image = tex.in.argument();
        boolean isCaptioned = tex.block("figure", " class=\"illustration\"", Holds.TEXT);
        tex.images.illustrate(image, width, tex.out);
        if (isCaptioned) {
            tex.out.open("figcaption", "", Holds.TEXT);
        }
    }

    private static void definition(TexHtml tex) {
        String name = tex.in.argument();
        while (tex.in.skip("#")) {
            tex.in.argument();
        }
        String body = tex.in.argument();
        if (name.equals("\\htmlPixelsInCm")) {
            tex.images.pixelsInCm(body);
        }
    }

    private static void showLink(TexHtml tex) {
        String url = url(tex.in.argument());
        tex.out.inline("<" + link(url) + ">" + SafeHtml.escaped(SafeHtml.withoutMath(url)) + "</a>");
    }

    private static void wordForWord(TexHtml tex) {
        tex.in.option();
        if (!tex.in.atEnd()) {
            char begin = tex.in.next();
            String text = tex.in.inLine(begin == '{' ? '}' : begin);
            tex.out.inline("<code>" + SafeHtml.escaped(text) + "</code>");
        }
    }

    private static String url(String argument) {
        return argument.strip().replaceAll("\\\\([%#&_~{}])", "$1");
    }

    private static String link(String url) {
        return "a href=\"" + SafeHtml.escaped(url) + "\"";
    }

    private static void skip(TexHtml tex, int arguments) {
        for (int i = 0; i < arguments; i++) {
            tex.in.option();
            tex.in.argument();
        }
    }

    /** Reads the name of a file, which plain TeX has without braces. */
    private static void file(TexHtml tex) {
        if (tex.in.isNext('{') || tex.in.isNext('\\')) {
            tex.in.argument();
        } else {
            tex.in.plain();
        }
    }

    private static void style(String element, String names) {
        each(names, tex -> tex.style(element));
    }

    private static void environment(String names, String tag, String attributes, Holds holds) {
        for (String name : names.split(" ")) {
            ENVIRONMENTS.put(name, tex -> tex.out.open(tag, attributes, holds));
        }
    }

    private static void each(String names, Consumer<TexHtml> command) {
        for (String name : names.split(" ")) {
            COMMANDS.put(name, command);
        }
    }
}
