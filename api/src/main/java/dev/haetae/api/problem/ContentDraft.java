package dev.haetae.api.problem;

import dev.haetae.api.problem.ProblemContent.JuryProgram;
import dev.haetae.api.problem.ProblemContent.Listing;
import dev.haetae.api.problem.ProblemContent.StatementSource;
import dev.haetae.api.problem.ProblemContent.StoredFile;
import dev.haetae.api.problem.statement.Sample;
import dev.haetae.common.BlobRef;
import dev.haetae.common.Limits;
import dev.haetae.common.Scoring;
import dev.haetae.common.TestSetRef;
import dev.haetae.common.packages.Finding;
import dev.haetae.common.packages.Origin;
import dev.haetae.common.packages.PackageFormat;
import dev.haetae.common.packages.TimeLimitSource;
import dev.haetae.common.verification.TimeMargins;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The next version of a problem while it is being made: it begins as a copy, and what nobody changes stays as it was. */
final class ContentDraft {

    private final @Nullable PackageFormat format;
    private final Origin origin;
    private String title;
    private List<StatementSource> statements;
    private List<StoredFile> statementFiles;
    private List<Sample> samples;
    private final Map<String, List<StoredFile>> included;
    private Limits limits;
    private TimeLimitSource timeLimitSource;
    private TestSetRef tests;
    private final Scoring scoring;
    private final List<JuryProgram> jurySubmissions;
    private final List<Finding> warnings;
    private final @Nullable BlobRef packageFiles;
    private ProblemSettings settings;
    private @Nullable Listing listing;
    private final @Nullable TimeMargins margins;
    private final @Nullable String limitBasis;

    ContentDraft(ProblemContent from) {
        this.format = from.format();
        this.origin = from.origin();
        this.title = from.title();
        this.statements = from.statements();
        this.statementFiles = from.statementFiles();
        this.samples = from.samples();
        this.included = from.included();
        this.limits = from.limits();
        this.timeLimitSource = from.timeLimitSource();
        this.tests = from.tests();
        this.scoring = from.scoring();
        this.jurySubmissions = from.jurySubmissions();
        this.warnings = from.warnings();
        this.packageFiles = from.packageFiles();
        this.settings = from.settings();
        this.listing = from.listing();
        this.margins = from.margins();
        this.limitBasis = from.limitBasis();
    }

    ContentDraft title(String to) {
        this.title = to;
        return this;
    }

    ContentDraft statements(List<StatementSource> to) {
        this.statements = to;
        return this;
    }

    ContentDraft statementFiles(List<StoredFile> to) {
        this.statementFiles = to;
        return this;
    }

    ContentDraft tests(TestSetRef to, List<Sample> shown) {
        this.tests = to;
        this.samples = shown;
        return this;
    }

    /** A time limit that was changed is from now on one that was set by hand. */
    ContentDraft limits(Limits to) {
        if (to.timeMillis() != limits.timeMillis()) {
            this.timeLimitSource = TimeLimitSource.OPERATOR;
        }
        this.limits = to;
        return this;
    }

    ContentDraft settings(ProblemSettings to) {
        this.settings = to;
        return this;
    }

    ContentDraft listing(Listing to) {
        this.listing = to;
        return this;
    }

    ProblemContent content() {
        return new ProblemContent(
                format,
                origin,
                title,
                statements,
                statementFiles,
                samples,
                included,
                limits,
                timeLimitSource,
                tests,
                scoring,
                jurySubmissions,
                warnings,
                packageFiles,
                settings,
                listing,
                margins,
                limitBasis);
    }
}
