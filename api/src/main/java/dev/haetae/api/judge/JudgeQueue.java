package dev.haetae.api.judge;

import dev.haetae.api.judge.JudgeLedger.Unpublished;
import dev.haetae.common.JudgeRequest;
import dev.haetae.common.Wire;
import dev.haetae.common.tracing.JudgingAttributes;
import dev.haetae.common.tracing.TraceParent;
import io.opentelemetry.api.trace.Span;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where judging is asked for. Everything here belongs to the caller's transaction: what rolls back was never asked for. */
@Service
public class JudgeQueue {

    private final JudgeLedger ledger;
    private final JudgeOutboxRelay relay;

    JudgeQueue(JudgeLedger ledger, JudgeOutboxRelay relay) {
        this.ledger = ledger;
        this.relay = relay;
    }

    /**
     * Asks for a judging, also for another one of a submission whose last has ended. Published soon after the commit; while the
     * broker is down it waits here.
     *
     * @throws IllegalStateException when there is no transaction
     */
    public void enqueue(JudgeRequest request, Urgency urgency) {
        Span asking = Span.current();
        if (asking.isRecording()) {
            asking.setAllAttributes(JudgingAttributes.of(request));
        }
        var unpublished = new Unpublished(
                request.submissionId(), request.attempt(), urgency, Wire.write(request), TraceParent.of(asking));
        ledger.insert(unpublished);
        relay.publishAfterCommit(unpublished);
    }

    /** Whether a worker has begun a judging that has not ended. */
    public boolean isStarted(UUID submissionId) {
        return ledger.isStarted(submissionId);
    }

    /** Ends a judging without a report: whatever is still said about it counts for nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(UUID submissionId) {
        ledger.withdraw(submissionId);
    }
}
