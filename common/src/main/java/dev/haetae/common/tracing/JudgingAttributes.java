package dev.haetae.common.tracing;

import dev.haetae.common.JudgeReport;
import dev.haetae.common.JudgeRequest;
import dev.haetae.common.JudgeResult;
import dev.haetae.common.JudgeTask;
import dev.haetae.common.Verdict;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What spans say of a judging: who, what and how it ended; never sources, outputs or test data. */
public final class JudgingAttributes {

    /** A test's name, in its own span. */
    public static final AttributeKey<String> TEST = AttributeKey.stringKey("haetae.test");

    /** Of a judging, or of one test. */
    public static final AttributeKey<String> VERDICT = AttributeKey.stringKey("haetae.verdict");

    private static final AttributeKey<String> SUBMISSION = AttributeKey.stringKey("haetae.submission.id");
    private static final AttributeKey<Long> ATTEMPT = AttributeKey.longKey("haetae.attempt");
    private static final AttributeKey<String> LANGUAGE = AttributeKey.stringKey("haetae.language");

    private JudgingAttributes() {}

    /** Whose it is. */
    public static Attributes of(UUID submission, int attempt) {
        return whose(submission, attempt).build();
    }

    /** Whose it is, and in which language; input validators and answers that were handed in have none. */
    public static Attributes of(JudgeRequest request) {
        AttributesBuilder attributes = whose(request.submissionId(), request.attempt());
        String language = language(request.task());
        return (language == null ? attributes : attributes.put(LANGUAGE, language)).build();
    }

    /** Whose it is, and how it ended. */
    public static Attributes of(JudgeReport report) {
        AttributesBuilder attributes = whose(report.submissionId(), report.attempt());
        Verdict verdict = verdict(report.result());
        return (verdict == null ? attributes : attributes.put(VERDICT, verdict.name())).build();
    }

    private static AttributesBuilder whose(UUID submission, int attempt) {
        return Attributes.builder().put(SUBMISSION, submission.toString()).put(ATTEMPT, (long) attempt);
    }

    private static @Nullable String language(JudgeTask task) {
        return switch (task) {
            case JudgeTask.JudgeSubmission submission -> submission.language();
            case JudgeTask.RunOnce run -> run.language();
            case JudgeTask.JudgeAnswers _, JudgeTask.CheckPackage _ -> null;
        };
    }

    /** Null where nobody's program was judged. */
    private static @Nullable Verdict verdict(JudgeResult result) {
        return switch (result) {
            case JudgeResult.Judged judged -> judged.verdict();
            case JudgeResult.Ran ran -> ran.run().verdict();
            case JudgeResult.CompileFailed _ -> Verdict.COMPILE_ERROR;
            case JudgeResult.JudgeFailed _ -> Verdict.JUDGE_ERROR;
            case JudgeResult.PackageChecked _ -> null;
        };
    }
}
