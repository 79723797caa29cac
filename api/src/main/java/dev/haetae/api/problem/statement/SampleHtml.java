package dev.haetae.api.problem.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Hands out a problem's samples, one after the other, to where a statement wants them. */
final class SampleHtml {

    private final List<Sample> samples;
    private final Words words;
    private int next;

    SampleHtml(List<Sample> samples, Words words) {
        this.samples = samples;
        this.words = words;
    }

    /** The next sample, or nothing when all have been shown. */
    String next() {
        return next < samples.size() ? html(samples.get(next), ++next) : "";
    }

    /** All that have not been shown. */
    String remaining() {
        List<String> tables = new ArrayList<>();
        while (next < samples.size()) {
            tables.add(next());
        }
        return String.join("", tables);
    }

    /** The names of those that have been shown. */
    List<String> shown() {
        return samples.subList(0, next).stream().map(Sample::name).toList();
    }

    private String html(Sample sample, int number) {
        if (sample.interaction() != null) {
            return table(head(words.sampleInteraction(), number), cell(sample.interaction()));
        }
        return table(
                head(words.sampleInput(), number) + head(words.sampleOutput(), number),
                cell(Objects.requireNonNullElse(sample.input(), ""))
                        + cell(Objects.requireNonNullElse(sample.output(), "")));
    }

    private static String table(String head, String row) {
        return "<table class=\"sample\"><thead><tr>" + head + "</tr></thead><tbody><tr>" + row
                + "</tr></tbody></table>";
    }

    private static String head(String title, int number) {
        return "<th>" + SafeHtml.escaped(title) + " " + number + "</th>";
    }

    private static String cell(String text) {
        return "<td><pre>" + SafeHtml.escaped(text) + "</pre></td>";
    }
}
