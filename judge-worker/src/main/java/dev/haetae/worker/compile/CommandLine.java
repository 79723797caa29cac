package dev.haetae.worker.compile;

import java.util.ArrayList;
import java.util.List;

/** Fills in the placeholders of the language table's commands; the head of {@code languages.yaml} lists them. */
final class CommandLine {

    /** What is built; no submitted file can have this name, as file names do not begin with a dot. */
    static final String OUTPUT_NAME = ".program";

    private static final String SOURCE = "{source}";
    private static final String SOURCES = "{sources}";

    private CommandLine() {}

    /** The compile commands: one, or one for each source. */
    static List<List<String>> compile(List<String> template, List<String> sources, String entry) {
        if (template.isEmpty()) {
            return List.of();
        }
        List<String> operands = sources.stream().map(CommandLine::operand).toList();
        if (!template.contains(SOURCE)) {
            return List.of(fill(template, operands, operand(entry), 0));
        }
        return operands.stream()
                .map(source -> fill(template, List.of(source), operand(entry), 0))
                .toList();
    }

    /** The command that starts a compiled program under a memory limit. */
    static List<String> run(List<String> template, String entry, long memoryBytes) {
        return fill(template, List.of(), operand(entry), memoryBytes);
    }

    /** A command that is about no source, or a part of one. */
    static List<String> fixed(List<String> template) {
        return fill(template, List.of(), "", 0);
    }

    /** To every tool a name, also where it looks like an option or, after an {@code @}, like a file of options. */
    private static String operand(String name) {
        return name.startsWith("-") || name.startsWith("@") ? "./" + name : name;
    }

    private static List<String> fill(List<String> template, List<String> sources, String entry, long memoryBytes) {
        List<String> argv = new ArrayList<>();
        for (String argument : template) {
            if (argument.equals(SOURCES) || argument.equals(SOURCE)) {
                argv.addAll(sources);
            } else {
                argv.add(argument.replace("{entry}", entry)
                        .replace("{output}", "/work/" + OUTPUT_NAME)
                        .replace("{memoryMiB}", Long.toString(Math.max(memoryBytes >> 20, 2)))
                        .replace("{java.home}", System.getProperty("java.home")));
            }
        }
        return argv;
    }
}
