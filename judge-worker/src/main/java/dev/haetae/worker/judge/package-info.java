/**
 * Judges: what a request asks for goes in with a sandbox, a result comes out, and its steps are told on the way. Knows no broker.
 *
 * <pre>
 *   Judge ─► TestSets.open ─► Compiler.compile ─► per test: Sandbox.run + Check or Validation ─► Verdicts ─► JudgeResult
 * </pre>
 */
@NullMarked
package dev.haetae.worker.judge;

import org.jspecify.annotations.NullMarked;
