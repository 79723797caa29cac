package dev.haetae.api.problem;

import dev.haetae.api.problem.ProblemSettings.Factors;
import dev.haetae.api.problem.ProblemView.LimitsView;
import dev.haetae.common.CheckerSpec;
import dev.haetae.common.InputFault;
import dev.haetae.common.Invocation;
import dev.haetae.common.Limits;
import dev.haetae.common.packages.PackageFormat;
import dev.haetae.common.packages.Statement.Markup;
import dev.haetae.common.packages.TimeLimitSource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem as its editors read it: all that a {@link ProblemEdit} may change, under the same names, and what else there is.
 *
 * @param owner username
 * @param embargoUntil before when nobody but its editors sees it, though it is public; or null
 * @param archivedAt when it was put away for good, or null
 * @param format of the package that it was imported from, or null when it was made by hand
 * @param checks how far the input validators are; null when the problem has none
 * @param checkFaults why they failed
 * @param limits before any language's factors
 * @param limitsByLanguage what holds in each language that the problem takes, factors applied
 * @param languages as the problem names them; empty for all that are configured
 * @param languageFactors those that the problem sets
 * @param tests in judging order
 * @param warnings of the last import
 * @param versions the newest first
 */
record EditableProblem(
        String slug,
        String title,
        String owner,
        Visibility visibility,
        @Nullable Instant embargoUntil,
        @Nullable Integer difficulty,
        List<String> tags,
        int version,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant archivedAt,
        @Nullable PackageFormat format,
        ProblemState state,
        @Nullable CheckState checks,
        List<InputFault> checkFaults,
        TimeLimitView timeLimit,
        Limits limits,
        Map<String, LimitsView> limitsByLanguage,
        List<String> languages,
        Map<String, Factors> languageFactors,
        FeedbackPolicy feedbackPolicy,
        List<EditableStatement> statements,
        List<ImageView> images,
        List<TestView> tests,
        List<JuryView> jurySubmissions,
        List<String> warnings,
        List<VersionView> versions) {

    /**
     * The time limit, and what stated it.
     *
     * @param millis while it is being measured, what it is measured with
     * @param notes what its derivation says: why there is none when the state is BROKEN
     */
    record TimeLimitView(long millis, TimeLimitSource source, List<String> notes) {}

    /**
     * A statement as it was written.
     *
     * @param source null of a PDF
     * @param pdfUrl null of a text
     */
    record EditableStatement(
            String language,
            Markup markup,
            @Nullable String source,
            @Nullable String pdfUrl) {}

    /**
     * An image beside the statements.
     *
     * @param name path below the statements' folder, as statements name it
     * @param url where readers of the problem get it
     */
    record ImageView(String name, String url, long sizeBytes) {}

    /** A test, how it runs a program and how its output is judged. */
    record TestView(
            String name,
            String group,
            boolean sample,
            long inputBytes,
            long answerBytes,
            CheckerSpec checker,
            Invocation invocation) {}

    /**
     * A jury's solution.
     *
     * @param folder says which verdict is expected
     * @param files paths in the package
     */
    record JuryView(String folder, String name, List<String> files) {}

    /**
     * A version: what is being judged with it stays with it.
     *
     * @param author username
     */
    record VersionView(int version, String author, Instant createdAt) {}

    /** A problem in the list. */
    record EditableSummary(
            String slug,
            String title,
            String owner,
            Visibility visibility,
            @Nullable Integer difficulty,
            List<String> tags,
            int version,
            Instant changedAt,
            @Nullable Instant archivedAt) {}
}
