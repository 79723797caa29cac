/**
 * The worker's side of the broker, and its life: the only package that knows AMQP.
 *
 * <pre>
 *   Worker ─ musters a crew, and for each slot of it ─► JudgeRequestListener
 *                                                        │ RequestChannel   one request in (live before bulk)
 *                                                        │ ProgressSender   progress out, may be lost
 *                                                        │ ReportSender     one report out, confirmed
 *                                                        └ then the request is acknowledged
 *   Heartbeat ─ WorkerState: who we are and which judgings we hold
 * </pre>
 *
 * <p>If this process dies anywhere before the acknowledgement, or loses the broker, the broker delivers the request again and it is judged
 * again; a report that came twice is one too many for the API to ignore. Requests are read on one connection and everything is sent on
 * another, as a broker that is short of memory stops reading from whoever publishes.
 */
@NullMarked
package dev.haetae.worker.queue;

import org.jspecify.annotations.NullMarked;
