package dev.haetae.common;

/**
 * Names on the broker. The major version of the messages stands in a queue's name, so that in a rolling deploy an old worker
 * simply does not see new requests.
 *
 * <pre>
 * API ──► judge.requests ─live.v1─► judge.requests.live.v1 ──► worker ──► judge.reports ─v1─► judge.reports.v1 ──► API
 *                        ─bulk.v1─► judge.requests.bulk.v1 ──►        ──► judge.progress (fan-out) ──► every API node
 *                                        │ given up
 *                                        ▼
 *                                    judge.dead ─► judge.dead.v1 ──► API
 * </pre>
 */
public final class Queues {

    /** Direct exchange for {@link JudgeRequest}. */
    public static final String REQUESTS_EXCHANGE = "judge.requests";

    /** Requests for which somebody waits. */
    public static final String LIVE_REQUESTS = "judge.requests.live.v1";

    /** Requests that may wait: rejudging, verification. */
    public static final String BULK_REQUESTS = "judge.requests.bulk.v1";

    /** Routing key to {@link #LIVE_REQUESTS}. */
    public static final String LIVE_KEY = "live.v1";

    /** Routing key to {@link #BULK_REQUESTS}. */
    public static final String BULK_KEY = "bulk.v1";

    /** Direct exchange for {@link JudgeReport}. */
    public static final String REPORTS_EXCHANGE = "judge.reports";

    /** Reports, without a delivery limit. */
    public static final String REPORTS = "judge.reports.v1";

    /** Routing key to {@link #REPORTS}. */
    public static final String REPORTS_KEY = "v1";

    /** Fan-out exchange for {@link JudgeProgress} and {@link WorkerStatus}, told apart by the message's type. */
    public static final String PROGRESS_EXCHANGE = "judge.progress";

    /** The AMQP type of a {@link JudgeProgress}. */
    public static final String PROGRESS_TYPE = "progress.v1";

    /** The AMQP type of a {@link WorkerStatus}. */
    public static final String WORKER_STATUS_TYPE = "worker-status.v1";

    /** Fan-out exchange for requests and reports that were given up. */
    public static final String DEAD_EXCHANGE = "judge.dead";

    /** What was given up. */
    public static final String DEAD = "judge.dead.v1";

    private Queues() {}
}
