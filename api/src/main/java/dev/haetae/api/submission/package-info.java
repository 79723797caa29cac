/**
 * Submissions: taken, read, watched live, and ended by the reports of judging.
 *
 * <p>Theory of operation of the live events. Every node hears each step of a judging and keeps it in Redis under the id {@code
 * <attempt>-<sequence>}, which is a function of the step, so that copies are refused there and a step is never told twice. The
 * sequence is 0 for QUEUED, 1 for COMPILING, 2 for RUNNING, 2 + n for the nth test, and {@link EventId#verdict} for the end. The
 * end comes from the row alone, and with it whatever had been lost before: so a stream is whole even without Redis and broker.
 */
@NullMarked
package dev.haetae.api.submission;

import org.jspecify.annotations.NullMarked;
