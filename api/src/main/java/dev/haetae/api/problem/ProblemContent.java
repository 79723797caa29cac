package dev.haetae.api.problem;

import dev.haetae.common.BlobRef;
import dev.haetae.common.Limits;
import dev.haetae.common.TestSetRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a problem is made of, as its row keeps it.
 *
 * @param format the package format that it came in
 * @param title plain text
 * @param statements the best language first
 * @param samples what students see of the samples, in order
 * @param limits before any language's factors
 * @param tests what it is judged on
 * @param jurySubmissions solutions with the verdict that their folder expects
 */
record ProblemContent(
        String format,
        String title,
        List<StatementText> statements,
        List<Sample> samples,
        Limits limits,
        TestSetRef tests,
        List<JuryProgram> jurySubmissions) {

    ProblemContent {
        statements = List.copyOf(statements);
        samples = List.copyOf(samples);
        jurySubmissions = List.copyOf(jurySubmissions);
    }

    /** A statement in one language, as safe HTML. */
    record StatementText(String language, String title, String html) {}

    /** A sample as it is shown; either input and output, or an interaction. */
    record Sample(
            String name,
            @Nullable String input,
            @Nullable String output,
            @Nullable String interaction) {}

    /** A jury's solution. */
    record JuryProgram(String folder, String name, List<JuryFile> files) {}

    /** One of its files. */
    record JuryFile(String name, BlobRef content) {}
}
