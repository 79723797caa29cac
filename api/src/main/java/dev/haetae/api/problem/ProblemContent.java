package dev.haetae.api.problem;

import dev.haetae.common.BlobRef;
import dev.haetae.common.Limits;
import dev.haetae.common.TestSetRef;
import dev.haetae.common.packages.Finding;
import dev.haetae.common.packages.Origin;
import dev.haetae.common.packages.PackageFormat;
import dev.haetae.common.packages.Statement.Markup;
import dev.haetae.common.packages.TimeLimitSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a problem is made of, as its row keeps it: everything that its package said, for what is shown is made
 * of it anew, and one day it is exported again.
 *
 * @param title plain text
 * @param statements the best language first
 * @param statementFiles images and whatever else lies beside the statements
 * @param samples what students see of the samples, in order
 * @param limits before any language's factors
 * @param tests what it is judged on
 * @param jurySubmissions solutions with the verdict that their folder expects
 * @param warnings what the import said
 */
record ProblemContent(
        PackageFormat format,
        Origin origin,
        String title,
        List<StatementSource> statements,
        List<StoredFile> statementFiles,
        List<Sample> samples,
        Limits limits,
        TimeLimitSource timeLimitSource,
        TestSetRef tests,
        List<JuryProgram> jurySubmissions,
        List<Finding> warnings) {

    ProblemContent {
        statements = List.copyOf(statements);
        statementFiles = List.copyOf(statementFiles);
        samples = List.copyOf(samples);
        jurySubmissions = List.copyOf(jurySubmissions);
        warnings = List.copyOf(warnings);
    }

    /** A file by its path in the package. */
    record StoredFile(String path, BlobRef content) {}

    /** A statement in one language, as it was written. */
    record StatementSource(String language, Markup markup, StoredFile file) {}

    /** A sample as it is shown; either input and output, or an interaction. */
    record Sample(
            String name,
            @Nullable String input,
            @Nullable String output,
            @Nullable String interaction) {}

    /** A jury's solution. */
    record JuryProgram(String folder, String name, List<StoredFile> files) {

        JuryProgram {
            files = List.copyOf(files);
        }
    }
}
