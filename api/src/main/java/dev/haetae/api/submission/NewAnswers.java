package dev.haetae.api.submission;

import dev.haetae.api.submission.NewSubmission.NewAnswer;
import dev.haetae.api.web.FieldViolation;
import dev.haetae.api.web.RefusedException;
import dev.haetae.common.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks a submission to an output-only problem, which consists of answers alone. */
final class NewAnswers {

    private final NewSubmission body;
    private final Set<String> tests;
    private final List<FieldViolation> violations = new ArrayList<>();
    private final Set<String> answered = new HashSet<>();

    NewAnswers(NewSubmission body, Set<String> tests) {
        this.body = body;
        this.tests = tests;
    }

    List<SourceFile> checked() {
        refuse("language", body.language());
        refuse("source", body.source());
        refuse("files", body.files());
        refuse("entryPoint", body.entryPoint());
        List<SourceFile> answers = read(body.answers());
        if (!violations.isEmpty()) {
            throw RefusedException.invalid(violations);
        }
        return answers;
    }

    private void refuse(String field, @Nullable Object value) {
        if (value != null) {
            violations.add(new FieldViolation(field, "must not be given: this problem takes answers, not a program"));
        }
    }

    private List<SourceFile> read(@Nullable List<@Nullable NewAnswer> given) {
        if (given == null || given.isEmpty()) {
            violations.add(new FieldViolation("answers", "must not be missing: this problem takes answers"));
            return List.of();
        }
        if (given.size() > tests.size()) {
            violations.add(new FieldViolation("answers", "must be at most " + tests.size() + ", one for each test"));
            return List.of();
        }
        List<SourceFile> answers = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String field = "answers[" + i + "]";
            NewAnswer answer = given.get(i);
            if (answer == null) {
                violations.add(new FieldViolation(field, "must not be null"));
                continue;
            }
            String test = answer.test();
            byte[] bytes = answer.bytes();
            if (test == null || !tests.contains(test)) {
                violations.add(new FieldViolation(field + ".test", "must be the name of a test of this problem"));
            } else if (!answered.add(test)) {
                violations.add(new FieldViolation(field + ".test", "stands there twice"));
            }
            if (bytes == null) {
                violations.add(
                        new FieldViolation(field + ".content", "must not be missing, unless there is contentBase64"));
            } else if (test != null) {
                answers.add(new SourceFile(test, bytes));
            }
        }
        return answers;
    }
}
