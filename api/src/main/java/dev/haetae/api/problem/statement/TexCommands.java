package dev.haetae.api.problem.statement;

import dev.haetae.api.problem.statement.HtmlFlow.Holds;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the commands of statements do: LaTeX's own, those of the Kattis formats, and those of Polygon's {@code olymp.sty}. What would read or
 * write a file, run a program or define a command reads its arguments and does nothing. {@link TexEnvironments} are begun by one of them.
 */
final class TexCommands {

    private static final Map<String, Consumer<TexHtml>> COMMANDS = new HashMap<>();

    static {
        each("par newpage clearpage bigskip medskip smallskip", tex -> tex.out.endParagraph());
        each("\\ newline tabularnewline cr", TexCommands::newLine);
        each("item", TexHtml::item);
        each("begin", TexEnvironments::begin);
        each("end", tex -> tex.frames.endEnvironment(tex.in.argument()));

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
            tex.in.skipArguments(1);
            tex.block("figcaption", "", Holds.TEXT);
        });
        each("href", tex -> tex.style(link(url(tex.in.argument()))));
        each("url nolinkurl", TexCommands::showLink);
        each("verb lstinline", TexCommands::wordForWord);
        each("mintinline", tex -> {
            tex.in.skipArguments(1);
            wordForWord(tex);
        });
        each("multicolumn", tex -> {
            TexTable table = tex.frames.table();
            String columns = tex.in.argument();
            tex.in.skipArguments(1);
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
            tex.in.skipArguments(1);
            tex.in.option();
            tex.in.skipArguments(1);
        });
        each("newenvironment renewenvironment", tex -> {
            tex.in.skipArguments(1);
            tex.in.option();
            tex.in.skipArguments(2);
        });
        each("let futurelet read openin openout", tex -> {
            tex.in.skipArguments(1);
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
            tex.in.skipArguments(1);
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
                tex -> tex.in.skipArguments(1));
        each(
                "setlength addtolength settowidth fontsize setcounter addtocounter rule raisebox multirow exmpfile exmp",
                tex -> tex.in.skipArguments(2));
        each("definecolor", tex -> tex.in.skipArguments(3));

        TexText.SYMBOLS.forEach((name, text) -> COMMANDS.put(name, tex -> tex.out.text(text)));
        COMMANDS.put(" ", tex -> tex.out.space());
        COMMANDS.put("\n", tex -> tex.out.space());
    }

    private TexCommands() {}

    /** Does what a command does that has been read. */
    static void run(String command, TexHtml tex) {
        Consumer<TexHtml> known = COMMANDS.get(command);
        if (known != null) {
            known.accept(tex);
        } else if (TexText.isAccent(command)) {
            tex.out.text(TexText.accented(command, tex.in.argument()));
        }
    }

    private static void newLine(TexHtml tex) {
        tex.in.skip("*");
        tex.in.option();
        TexTable table = tex.frames.table();
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

    private static void each(String names, Consumer<TexHtml> command) {
        for (String name : names.split(" ")) {
            COMMANDS.put(name, command);
        }
    }
}
