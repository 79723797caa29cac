package dev.haetae.api.problem;

import dev.haetae.api.problem.statement.Sample;
import dev.haetae.common.BlobRef;
import dev.haetae.common.Limits;
import dev.haetae.common.Scoring;
import dev.haetae.common.TestSetRef;
import dev.haetae.common.packages.Finding;
import dev.haetae.common.packages.Origin;
import dev.haetae.common.packages.PackageFormat;
import dev.haetae.common.packages.Statement.Markup;
import dev.haetae.common.packages.TimeLimitSource;
import dev.haetae.common.verification.Expectation;
import dev.haetae.common.verification.TimeMargins;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a problem is made of, as its row keeps it: everything that its package said, for what is shown is made
 * of it anew, and one day it is exported again.
 *
 * @param format null when it was not made from a package
 * @param title plain text
 * @param statements the best language first
 * @param statementFiles images and whatever else lies beside the statements
 * @param samples what students see of the samples, in order
 * @param included files that are laid over a submission, by the language's id; their paths are those below the work directory
 * @param limits before any language's factors
 * @param tests what it is judged on
 * @param scoring how its tests make a verdict and a score
 * @param jurySubmissions solutions with the verdict that their folder expects
 * @param warnings what the import said
 * @param packageFiles the {@link PackageManifest} of the package that it was imported from; null when that was in no ICPC format, and when
 *     there was none
 * @param settings what people set beside it
 * @param margins between the jury's solutions and a time limit, or null when nobody has stated any
 * @param limitBasis under which name the derived time limit is kept, or null when it is not derived
 * @param listing how the problem's row was when the version was made; null in versions of the first release
 */
record ProblemContent(
        @Nullable PackageFormat format,
        Origin origin,
        String title,
        List<StatementSource> statements,
        List<StoredFile> statementFiles,
        List<Sample> samples,
        Map<String, List<StoredFile>> included,
        Limits limits,
        TimeLimitSource timeLimitSource,
        TestSetRef tests,
        Scoring scoring,
        List<JuryProgram> jurySubmissions,
        List<Finding> warnings,
        @Nullable BlobRef packageFiles,
        ProblemSettings settings,
        @Nullable Listing listing,
        @Nullable TimeMargins margins,
        @Nullable String limitBasis) {

    ProblemContent {
        statements = List.copyOf(statements);
        statementFiles = List.copyOf(statementFiles);
        samples = List.copyOf(samples);
        included = Map.copyOf(included);
        jurySubmissions = List.copyOf(jurySubmissions);
        warnings = List.copyOf(warnings);
    }

    /** Of a problem that is made by hand: as yet it has no title, no statement and no test. */
    static ProblemContent byHand(TestSetRef noTests) {
        return new ProblemContent(
                null,
                new Origin(null, null, null, null, null, null),
                "",
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                Limits.DEFAULT,
                TimeLimitSource.OPERATOR,
                noTests,
                new Scoring.PassFail(),
                List.of(),
                List.of(),
                null,
                ProblemSettings.DEFAULT,
                null,
                null,
                null);
    }

    /** The same with another time limit, of the same source. */
    ProblemContent withTimeMillis(long millis) {
        return with(limits.withTimeMillis(millis), limitBasis);
    }

    /** The same with another name for its derived limit. */
    ProblemContent withLimitBasis(@Nullable String basis) {
        return with(limits, basis);
    }

    private ProblemContent with(Limits otherLimits, @Nullable String otherBasis) {
        return new ProblemContent(
                format,
                origin,
                title,
                statements,
                statementFiles,
                samples,
                included,
                otherLimits,
                timeLimitSource,
                tests,
                scoring,
                jurySubmissions,
                warnings,
                packageFiles,
                settings,
                listing,
                margins,
                otherBasis);
    }

    /** Whether it can be judged at all. */
    boolean isJudgeable() {
        return tests.tests() > 0;
    }

    /** What lists show of a problem, beside its title. */
    record Listing(Visibility visibility, @Nullable Integer difficulty, List<String> tags) {

        Listing {
            tags = List.copyOf(tags);
        }
    }

    /** A file by its path in the package. */
    record StoredFile(String path, BlobRef content) {}

    /**
     * A statement in one language, as it was written.
     *
     * @param title what its package calls the problem in this language, or null
     */
    record StatementSource(
            String language,
            Markup markup,
            StoredFile file,
            @Nullable String title) {}

    /**
     * A jury's solution.
     *
     * @param language what the package calls its language, or null
     * @param entryPoint what to start, or null
     * @param expectation what the package demands of it, or null when its folder and its files say it
     */
    record JuryProgram(
            String folder,
            String name,
            List<StoredFile> files,
            @Nullable String language,
            @Nullable String entryPoint,
            @Nullable Expectation expectation) {

        JuryProgram {
            files = List.copyOf(files);
        }
    }
}
