package dev.haetae.common.packages;

import dev.haetae.common.Limits;
import dev.haetae.common.Scoring;
import dev.haetae.common.verification.TimeMargins;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A package that can be judged as it asks to be.
 *
 * @param format what it is written in
 * @param shortName lower-case letters, digits and hyphens, from the name of its folder or archive, or null when neither can
 *     be one
 * @param title plain text, never empty
 * @param origin where it comes from
 * @param keywords what it is about
 * @param statements by language, then by markup, the best first; empty when it has none
 * @param statementFiles images and whatever else lies beside the statements
 * @param languages ids of the languages that it may be solved in; empty when all are welcome
 * @param embargoUntil before which nobody may see it but its author, or null
 * @param included files that are laid over a submission before it is compiled, by the language's id, then by their paths below the work
 *     directory
 * @param limits of a submission, before any language's factors
 * @param timeLimitSource where {@code limits.timeMillis} comes from; where it is to be derived, that is what solutions are measured with
 * @param margins from which it is derived where there is none
 * @param outputValidators what judges outputs where a test's checker is {@link PackageChecker.Custom}
 * @param inputValidators what checks the tests' inputs
 * @param tests at least one, in judging order: samples, then secret, each byte-lexicographic by name
 * @param interactions samples that are shown and nothing else, by names as tests have
 * @param scoring how the tests make a verdict and a score
 * @param grader the only program in {@code graders/}, where the scoring asks for it; else null
 * @param jurySubmissions by folder and name
 * @param settings what the file {@code haetae.yaml} says
 * @param files all that lies in a package in an ICPC format, by path, links followed; empty for other formats
 * @param warnings what was ignored or looks wrong, none of which changes a verdict
 */
public record ProblemPackage(
        PackageFormat format,
        @Nullable String shortName,
        String title,
        Origin origin,
        List<String> keywords,
        List<Statement> statements,
        List<PackageFile> statementFiles,
        List<String> languages,
        @Nullable Instant embargoUntil,
        SortedMap<String, SortedMap<String, PackageFile>> included,
        Limits limits,
        TimeLimitSource timeLimitSource,
        TimeMargins margins,
        OutputValidators outputValidators,
        InputValidators inputValidators,
        List<PackageTest> tests,
        SortedMap<String, PackageFile> interactions,
        Scoring scoring,
        @Nullable PackageProgram grader,
        List<JurySubmission> jurySubmissions,
        PackageSettings settings,
        List<PackageFile> files,
        List<Finding> warnings) {

    public ProblemPackage {
        keywords = List.copyOf(keywords);
        statements = List.copyOf(statements);
        statementFiles = List.copyOf(statementFiles);
        languages = List.copyOf(languages);
        included = Collections.unmodifiableSortedMap(new TreeMap<>(included));
        tests = List.copyOf(tests);
        interactions = Collections.unmodifiableSortedMap(new TreeMap<>(interactions));
        jurySubmissions = List.copyOf(jurySubmissions);
        files = List.copyOf(files);
        warnings = List.copyOf(warnings);
    }
}
