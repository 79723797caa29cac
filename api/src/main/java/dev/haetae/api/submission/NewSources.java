package dev.haetae.api.submission;

import dev.haetae.api.submission.NewSubmission.NewFile;
import dev.haetae.api.web.FieldViolation;
import dev.haetae.api.web.RefusedException;
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

/** Checks a submission that is a program: one source, or files. */
final class NewSources {

    private static final int MAX_FILES = 16;
    private static final Pattern FILE_NAME = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,254}");
    private static final Pattern ENTRY_POINT = Pattern.compile("[\\p{L}0-9_$][\\p{L}0-9_.$-]{0,254}");
    private static final Pattern PUBLIC_CLASS =
            Pattern.compile("\\bpublic\\s+(?:final\\s+|abstract\\s+|sealed\\s+|non-sealed\\s+|strictfp\\s+)*"
                    + "(?:class|interface|enum|record)\\s+([A-Za-z_][A-Za-z0-9_]*)");

    private final NewSubmission body;
    private final Language language;
    private final List<FieldViolation> violations = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    NewSources(NewSubmission body, Language language) {
        this.body = body;
        this.language = language;
    }

    List<SourceFile> checked() {
        if (body.answers() != null) {
            violate("answers", "are for output-only problems; this one takes source code");
        }
        if (body.entryPoint() != null && !ENTRY_POINT.matcher(body.entryPoint()).matches()) {
            violate("entryPoint", "must be the name of a file or a class");
        }
        String source = body.source();
        List<SourceFile> sources = source != null && body.files() == null ? single(source) : several(body.files());
        if (!violations.isEmpty()) {
            throw RefusedException.invalid(violations);
        }
        return sources;
    }

    private List<SourceFile> single(String source) {
        if (source.isEmpty()) {
            violate("source", "must not be empty");
        }
        return List.of(new SourceFile(nameFor(source), source.getBytes(StandardCharsets.UTF_8)));
    }

    /** A public class of Java wants a file of its name. */
    private String nameFor(String source) {
        if (language.id().equals("java")) {
            Matcher type = PUBLIC_CLASS.matcher(source);
            return (type.find() ? type.group(1) : "Main") + ".java";
        }
        return "main." + language.extensions().getFirst();
    }

    private List<SourceFile> several(@Nullable List<@Nullable NewFile> files) {
        if (body.source() != null) {
            violate("source", "must not stand beside files");
        }
        if (files == null) {
            violate("source", "must not be missing, unless there are files");
            return List.of();
        }
        if (files.isEmpty() || files.size() > MAX_FILES) {
            violate("files", "must be 1 to " + MAX_FILES + " files");
            return List.of();
        }
        List<SourceFile> sources = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            SourceFile file = file("files[" + i + "]", files.get(i));
            if (file != null) {
                sources.add(file);
            }
        }
        checkTogether(sources);
        return sources;
    }

    private @Nullable SourceFile file(String field, @Nullable NewFile file) {
        if (file == null) {
            violate(field, "must not be null");
            return null;
        }
        checkName(field + ".name", file.name());
        byte[] bytes = file.bytes();
        if (bytes == null) {
            violate(field + ".content", "must not be missing, unless there is contentBase64");
            return null;
        }
        if (file.content() != null && file.contentBase64() != null) {
            violate(field + ".content", "must not stand beside contentBase64");
        } else if (bytes.length == 0 && file.contentBase64() == null) {
            violate(field + ".content", "must not be empty");
        }
        return file.name() == null ? null : new SourceFile(file.name(), bytes);
    }

    private void checkName(String field, @Nullable String name) {
        if (name == null || !FILE_NAME.matcher(name).matches()) {
            violate(field, "must be a file name without a path, of letters, digits, '_', '.' and '-'");
        } else if (!names.add(name)) {
            violate(field, "stands there twice");
        }
    }

    /** One of several files may be empty, as some languages want it, but not all there is. */
    private void checkTogether(List<SourceFile> sources) {
        if (sources.stream().noneMatch(file -> language.isSource(file.name()))) {
            violate("files", "hold no source of the language " + language.id());
        } else if (sources.stream().allMatch(file -> file.content().length == 0)) {
            violate("files", "must not all be empty");
        }
    }

    private void violate(String field, String message) {
        violations.add(new FieldViolation(field, message));
    }
}
