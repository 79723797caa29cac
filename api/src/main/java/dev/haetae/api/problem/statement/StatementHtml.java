package dev.haetae.api.problem.statement;

import dev.haetae.common.packages.Statement.Markup;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A statement as a browser may be given it.
 *
 * @param title what the statement calls its problem, plain text; empty when it does not say
 * @param html its text; empty for a PDF
 * @param samplesShown the names of the samples that are in the text already
 */
public record StatementHtml(String title, String html, List<String> samplesShown) {

    /** What is behind so many characters of HTML is left out. */
    static final int MOST_CHARS = 4 << 20;

    /**
     * What a statement can refer to.
     *
     * @param language of the statement, an ISO 639 code, optionally with a country
     * @param images the URL of an image of the problem's own by what the statement calls it; empty when there is none
     * @param samples in the order in which they are shown
     */
    public record Surroundings(String language, Function<String, Optional<String>> images, List<Sample> samples) {

        public Surroundings {
            samples = List.copyOf(samples);
        }
    }

    /** Makes HTML of a source; of a PDF there is none. */
    public static StatementHtml of(Markup markup, String source, Surroundings around) {
        Words words = Words.in(around.language());
        SampleHtml samples = new SampleHtml(around.samples(), words);
        return switch (markup) {
            case MARKDOWN -> {
                MarkdownHtml markdown = new MarkdownHtml(around.images(), samples);
                String html = SafeHtml.of(markdown.html(source));
                yield new StatementHtml(markdown.title(), html, samples.shown());
            }
            case TEX -> {
                TexHtml tex = new TexHtml(TexMacros.expanded(source), around.images(), samples, words);
                String html = SafeHtml.of(tex.html());
                yield new StatementHtml(tex.title(), html, samples.shown());
            }
            case PDF -> new StatementHtml("", "", List.of());
        };
    }
}
