package dev.haetae.api.submission;

import static java.util.Objects.requireNonNull;

import dev.haetae.api.problem.JudgeableProblem;
import dev.haetae.common.JudgeRequest;
import dev.haetae.common.JudgeTask.JudgeSubmission;
import dev.haetae.common.SourceFile;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A submission whose row is there: what judging it takes, beside its files and its problem. */
record Written(
        UUID id, int attempt, String language, @Nullable String entryPoint) {

    /** What a worker is asked. The problem takes its language. */
    JudgeRequest request(JudgeableProblem problem, List<SourceFile> files) {
        return new JudgeRequest(
                id,
                attempt,
                new JudgeSubmission(
                        language,
                        entryPoint,
                        problem.withIncluded(language, files),
                        requireNonNull(problem.limits().get(language)),
                        problem.tests(),
                        problem.scoring()));
    }
}
