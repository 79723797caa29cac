package dev.haetae.api.problem.statement;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The images that a statement in TeX shows, each as wide as it asks. */
final class TexImages {

    private static final Pattern WIDTH =
            Pattern.compile("(?:^|,)\\s*width\\s*=\\s*([0-9]*\\.?[0-9]+)?\\s*(\\\\?[a-zA-Z]+)");

    /** Of a centimetre. */
    private static final Map<String, Double> UNITS =
            Map.of("cm", 1.0, "mm", 0.1, "in", 2.54, "pt", 0.0351, "em", 0.4, "px", 0.0265);

    private final Function<String, Optional<String>> urls;
    private double pixelsInCm = 37.8;

    TexImages(Function<String, Optional<String>> urls) {
        this.urls = urls;
    }

    /** Statements of Polygon say how long a centimetre is. */
    void pixelsInCm(String number) {
        if (number.strip().matches("[1-9][0-9]{0,2}")) {
            pixelsInCm = Integer.parseInt(number.strip());
        }
    }

    /** Writes an image as wide as the options of {@code \includegraphics} say; what it is called in words when there is none. */
    void show(String reference, String options, HtmlFlow out) {
        write(reference, width(options), out);
    }

    private String width(String options) {
        Matcher width = WIDTH.matcher(options);
        if (!width.find()) {
            return "";
        }
        double number = width.group(1) == null ? 1 : Double.parseDouble(width.group(1));
        if (width.group(2).startsWith("\\")) {
            return percent(number);
        }
        double pixels = number * UNITS.getOrDefault(width.group(2), 0.0) * pixelsInCm;
        return pixels >= 1 && pixels < 10_000 ? String.valueOf(Math.round(pixels)) : "";
    }

    /** Writes an image as wide as this part of the statement. */
    void illustrate(String reference, String part, HtmlFlow out) {
        boolean isNumber = part.strip().matches("[0-9]{0,3}\\.?[0-9]{1,9}");
        write(reference, isNumber ? percent(Double.parseDouble(part.strip())) : "", out);
    }

    private void write(String reference, String width, HtmlFlow out) {
        String name = reference.replaceAll("[{}\"]", "").strip();
        String size = width.isEmpty() ? "" : " width=\"" + width + "\"";
        urls.apply(name)
                .ifPresentOrElse(
                        url -> out.inline("<img src=\"" + SafeHtml.escaped(url) + "\" alt=\"" + SafeHtml.escaped(name)
                                + "\"" + size + " />"),
                        () -> out.text("[" + name + "]"));
    }

    private static String percent(double part) {
        return Math.clamp(Math.round(part * 100), 1, 100) + "%";
    }
}
