package dev.haetae.worker.compile;

import dev.haetae.worker.sandbox.BoxSpec;
import java.util.List;
import java.util.Map;

/** What came of compiling a submission. */
public sealed interface CompileResult {

    /**
     * It is ready to run.
     *
     * @param box where it runs: the work directory as the compiler left it, read-only
     * @param argv the command that starts it
     * @param environment the whole environment it is given
     * @param output what the compiler said, warnings for instance
     * @param language id of its language
     * @param entry a file of the work directory, or a class, that is started
     */
    record Compiled(
            BoxSpec box,
            List<String> argv,
            Map<String, String> environment,
            String output,
            String language,
            String entry)
            implements CompileResult {}

    /**
     * It cannot be run, and that is its author's to mend.
     *
     * @param output what the compiler said, or what we say where it said nothing
     */
    record Rejected(String output) implements CompileResult {}
}
