/**
 * The only door to the broker; it knows no feature.
 *
 * <p>Theory of operation. A request to judge is a row of the table {@code judging}, written in its submission's transaction.
 *
 * <pre>
 * JudgeQueue.enqueue ─► judging ─► JudgeOutboxRelay ─► broker ─► worker
 *                         ▲ ▲                                     │ │
 *        lease            │ └──── JudgeProgressListener ◄─────────┘ │ progress, heartbeats: may be lost
 *        end              └────── Reports ◄── JudgeReportListener ◄─┘ reports: at least once
 *                                   ▲  └──► JudgingsReported, inside the transaction
 *        gave up                    └── Sweeper, DeadRequestListener
 * </pre>
 *
 * <p>The pair (submission, attempt) is the fencing token: a report ends the judging only if the ledger still holds its attempt
 * unfinished, so that of repeated, late and concurrent reports exactly one counts. Giving up is a report too, written by us, so
 * that every judging ends the same way.
 */
@NullMarked
package dev.haetae.api.judge;

import org.jspecify.annotations.NullMarked;
