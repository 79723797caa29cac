package dev.haetae.worker.jury;

import dev.haetae.worker.compile.WorkFiles;

/**
 * A compiled submission, to be looked at.
 *
 * @param language id of its language
 * @param entryPoint the file or the class that is started
 * @param files its own, what was compiled of them, and what the problem includes
 */
public record Submitted(String language, String entryPoint, WorkFiles.Taken files) {}
