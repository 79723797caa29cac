package dev.haetae.api.submission;

import dev.haetae.api.web.FieldViolation;
import dev.haetae.api.web.RefusedException;
import dev.haetae.common.Limits;
import dev.haetae.common.SourceFile;
import dev.haetae.common.language.Language;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The body of a submission as a client sends it: one source, or files.
 *
 * @param source the text of the only file
 * @param files the files, with their names
 * @param entryPoint what to start, where the language's rules would find something else
 * @param answers of an output-only problem
 */
public record NewSubmission(
        @Nullable String language,
        @Nullable String source,
        @Nullable List<NewFile> files,
        @Nullable String entryPoint,
        @Nullable List<NewAnswer> answers) {

    private static final int MAX_FILES = 16;
    private static final Pattern FILE_NAME = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,254}");
    private static final Pattern ENTRY_POINT = Pattern.compile("[\\p{L}0-9_$][\\p{L}0-9_.$-]{0,254}");
    private static final Pattern PUBLIC_CLASS =
            Pattern.compile("\\bpublic\\s+(?:final\\s+|abstract\\s+|sealed\\s+|non-sealed\\s+|strictfp\\s+)*"
                    + "(?:class|interface|enum|record)\\s+([A-Za-z_][A-Za-z0-9_]*)");

    /** One file: its content as text, or as Base64 of its bytes. */
    public record NewFile(@Nullable String name, @Nullable String content, byte @Nullable [] contentBase64) {

        byte @Nullable [] bytes() {
            return content != null ? content.getBytes(StandardCharsets.UTF_8) : contentBase64;
        }
    }

    /** The answer to one test of an output-only problem. */
    public record NewAnswer(@Nullable String test, @Nullable String content, byte @Nullable [] contentBase64) {

        byte @Nullable [] bytes() {
            return content != null ? content.getBytes(StandardCharsets.UTF_8) : contentBase64;
        }
    }

    /**
     * The files to compile, checked.
     *
     * @throws RefusedException when a rule about a field is broken, naming every such field
     */
    public List<SourceFile> sources(Language language) {
        List<FieldViolation> violations = new ArrayList<>();
        if (answers != null) {
            violations.add(new FieldViolation("answers", "are for output-only problems; this one takes source code"));
        }
        if (entryPoint != null && !ENTRY_POINT.matcher(entryPoint).matches()) {
            violations.add(new FieldViolation("entryPoint", "must be the name of a file or a class"));
        }
        List<SourceFile> sources = source != null && files == null
                ? single(source, language, violations)
                : several(source, files, language, violations);
        if (!violations.isEmpty()) {
            throw RefusedException.invalid(violations);
        }
        return sources;
    }

    /**
     * The answers, checked, each under the name of its test.
     *
     * @param tests the names of the problem's tests
     * @throws RefusedException when a rule about a field is broken, naming every such field
     */
    public List<SourceFile> answers(Set<String> tests) {
        return new NewAnswers(this, tests).checked();
    }

    /**
     * Bounds the sources.
     *
     * @throws RefusedException when they are larger than the code limit
     */
    public static void requireWithin(Limits limits, List<SourceFile> files) {
        long bytes = files.stream().mapToLong(file -> file.content().length).sum();
        if (bytes > limits.codeBytes()) {
            throw RefusedException.tooLarge(
                    "The source has " + bytes + " bytes; this problem takes at most " + limits.codeBytes() + ".");
        }
    }

    private static List<SourceFile> single(String source, Language language, List<FieldViolation> violations) {
        if (source.isEmpty()) {
            violations.add(new FieldViolation("source", "must not be empty"));
        }
        return List.of(new SourceFile(nameFor(source, language), source.getBytes(StandardCharsets.UTF_8)));
    }

    /** A public class of Java wants a file of its name. */
    private static String nameFor(String source, Language language) {
        if (language.id().equals("java")) {
            Matcher type = PUBLIC_CLASS.matcher(source);
            return (type.find() ? type.group(1) : "Main") + ".java";
        }
        return "main." + language.extensions().getFirst();
    }

    private static List<SourceFile> several(
            @Nullable String source,
            @Nullable List<NewFile> files,
            Language language,
            List<FieldViolation> violations) {
        if (source != null) {
            violations.add(new FieldViolation("source", "must not stand beside files"));
        }
        if (files == null) {
            violations.add(new FieldViolation("source", "must not be missing, unless there are files"));
            return List.of();
        }
        if (files.isEmpty() || files.size() > MAX_FILES) {
            violations.add(new FieldViolation("files", "must be 1 to " + MAX_FILES + " files"));
        }
        Set<String> names = new HashSet<>();
        List<SourceFile> sources = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            check("files[" + i + "]", files.get(i), names, violations);
            String name = files.get(i).name();
            byte[] bytes = files.get(i).bytes();
            if (name != null && bytes != null) {
                sources.add(new SourceFile(name, bytes));
            }
        }
        if (!files.isEmpty() && sources.stream().noneMatch(file -> language.isSource(file.name()))) {
            violations.add(new FieldViolation("files", "hold no source of the language " + language.id()));
        }
        return sources;
    }

    private static void check(String field, NewFile file, Set<String> names, List<FieldViolation> violations) {
        String name = file.name();
        byte[] bytes = file.bytes();
        if (name == null || !FILE_NAME.matcher(name).matches()) {
            violations.add(new FieldViolation(
                    field + ".name", "must be a file name without a path, of letters, digits, '_', '.' and '-'"));
        } else if (!names.add(name)) {
            violations.add(new FieldViolation(field + ".name", "stands there twice"));
        }
        if (bytes == null) {
            violations.add(
                    new FieldViolation(field + ".content", "must not be missing, unless there is contentBase64"));
        } else if (bytes.length == 0 && file.contentBase64() == null) {
            violations.add(new FieldViolation(field + ".content", "must not be empty"));
        }
    }
}
