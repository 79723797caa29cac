package dev.haetae.api.problem;

import dev.haetae.api.problem.statement.Sample;
import dev.haetae.common.Limits;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem as students read it; fields as in the HTTP contract.
 *
 * @param answerTests the names under which an output-only problem takes answers
 * @param inputFile the file in its work directory in which a program finds the input; null for standard input
 * @param outputFile the file there in which it leaves its output; null for standard output
 */
record ProblemView(
        String slug,
        String title,
        @Nullable Integer difficulty,
        List<String> tags,
        String statementHtml,
        List<StatementView> statements,
        List<Sample> samples,
        LimitsView limits,
        Map<String, LimitsView> limitsByLanguage,
        List<String> languages,
        ProblemType type,
        boolean interactive,
        boolean multiPass,
        boolean submitAnswer,
        List<String> answerTests,
        @Nullable String inputFile,
        @Nullable String outputFile,
        List<GroupView> groups,
        @Nullable BigDecimal maxScore,
        List<String> attachments,
        List<String> templates,
        FeedbackPolicy feedbackPolicy,
        ProblemState state,
        int version) {

    /** How a problem is judged. */
    enum ProblemType {
        /** Accepted or not. */
        PASS_FAIL,
        /** With a score. */
        SCORING
    }

    /**
     * A statement in one language.
     *
     * @param samplesShown the names of the samples that its HTML shows already
     */
    record StatementView(
            String language,
            String title,
            String html,
            List<String> samplesShown,
            @Nullable String pdfUrl) {}

    /**
     * The limits of a submission.
     *
     * @param passes how often a test may run the program
     */
    record LimitsView(
            long timeMillis, long memoryBytes, long outputBytes, long codeBytes, long compileTimeMillis, int passes) {

        static LimitsView of(Limits limits, int passes) {
            return new LimitsView(
                    limits.timeMillis(),
                    limits.memoryBytes(),
                    limits.outputBytes(),
                    limits.codeBytes(),
                    limits.compileTimeMillis(),
                    passes);
        }

        static Map<String, LimitsView> of(Map<String, Limits> limits, int passes) {
            Map<String, LimitsView> views = new LinkedHashMap<>();
            limits.forEach((language, each) -> views.put(language, of(each, passes)));
            return views;
        }
    }

    /**
     * A test group and its size.
     *
     * @param maxScore the most that it gives; null when it gives none or there is no bound
     * @param tests in it, with those of the groups in it where there are scores
     */
    record GroupView(String name, @Nullable BigDecimal maxScore, int tests) {}
}
