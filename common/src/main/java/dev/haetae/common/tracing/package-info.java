/**
 * One trace for each submission, over all processes that it walks through.
 *
 * <pre>
 * POST ─► publish judge request ─► judge ─► fetch, compile, test… ─► run, check
 *            (a row between them)     └───► report ─► finalise
 * </pre>
 *
 * <p>What joins them is the W3C's {@code traceparent}: the API keeps the POST's beside the request until that is published, so that
 * a request that is issued again stays in its trace, and messages bear that of the span that sent them. Only what is recorded
 * travels: where tracing is off, or a trace is not among those that are sampled, nothing is stored, sent or measured.
 */
@NullMarked
package dev.haetae.common.tracing;

import org.jspecify.annotations.NullMarked;
