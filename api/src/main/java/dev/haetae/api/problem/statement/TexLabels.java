package dev.haetae.api.problem.statement;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers of figures and tables, which text may refer to before they come. */
final class TexLabels {

    private static final Pattern SIGN = Pattern.compile(
            "\\\\(?:begin\\s*\\{(?<begin>figure|wrapfigure|table)\\*?}|(?<caption>caption)\\b|label\\s*\\{(?<label>[^{}]{1,100})})");

    private final Map<String, Integer> numbers = new HashMap<>();
    private final Deque<String> captions = new ArrayDeque<>();

    TexLabels(String source, Words words) {
        int figures = 0;
        int tables = 0;
        boolean isTable = false;
        Matcher sign = SIGN.matcher(source);
        while (sign.find()) {
            if (sign.group("begin") != null) {
                isTable = sign.group("begin").equals("table");
            } else if (sign.group("caption") != null) {
                figures += isTable ? 0 : 1;
                tables += isTable ? 1 : 0;
                captions.add(isTable ? words.table() + " " + tables : words.figure() + " " + figures);
            } else {
                numbers.put(sign.group("label"), isTable ? tables : figures);
            }
        }
    }

    /** What the next caption begins with. */
    String nextCaption() {
        String caption = captions.poll();
        return caption == null ? "" : caption + ": ";
    }

    /** What stands for a reference. */
    String number(String label) {
        Integer number = numbers.get(label.strip());
        return number == null || number == 0 ? "?" : number.toString();
    }
}
