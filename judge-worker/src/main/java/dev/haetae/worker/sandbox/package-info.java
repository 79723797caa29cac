/**
 * Runs programs that nobody trusts: a slot of the native runner behind an interface of values in, values out.
 *
 * <pre>
 *   Runner.start(slot) ── Sandbox ── open(BoxSpec) ── run(RunSpec) … run(RunSpec) ── fetch ── close
 *                                    └─ runPair(PairSpec): two programs joined by pipes
 * </pre>
 */
@NullMarked
package dev.haetae.worker.sandbox;

import org.jspecify.annotations.NullMarked;
