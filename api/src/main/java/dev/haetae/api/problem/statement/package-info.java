/**
 * Statements: from the Markdown and the TeX of packages to HTML that nobody has to trust.
 *
 * <p>What either is made into passes through one {@link dev.haetae.api.problem.statement.SafeHtml}. TeX is read, never run: of
 * macros only constants are expanded, no file is opened, and each character costs a bounded amount of work and of HTML. Formulas are left to the
 * reader's browser, in {@code \(...\)} and {@code \[...\]} and nowhere else.
 */
@NullMarked
package dev.haetae.api.problem.statement;

import org.jspecify.annotations.NullMarked;
