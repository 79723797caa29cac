/**
 * Measures what the runner costs, beside a bare start and beside others that do the same.
 *
 * <pre>
 *   RunnerBench ─► Variant.run(program) ─┬─► Spawner: a program in C that starts others, bare, in bubblewrap or in a slot of its own
 *        │                               └─► this JVM: Sandbox, ProcessBuilder
 *        ├─► Comparison ─► a table
 *        └─► ParallelBench: two Spawners at a time
 * </pre>
 */
@NullMarked
package dev.haetae.worker.bench;

import org.jspecify.annotations.NullMarked;
