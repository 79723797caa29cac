/**
 * Makes a submission ready to run, in the sandbox: compiles it, checks its syntax, finds what to start.
 *
 * <pre>
 *   files ─► writable box ─► compile command(s) ─► entry point ─► Compiled: argv + environment
 *                                  └────────────────────┴──────► Rejected: what the contestant is told
 * </pre>
 */
@NullMarked
package dev.haetae.worker.compile;

import org.jspecify.annotations.NullMarked;
