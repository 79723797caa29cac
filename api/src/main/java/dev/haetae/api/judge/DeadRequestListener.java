package dev.haetae.api.judge;

import com.rabbitmq.client.Channel;
import dev.haetae.common.JudgeReport;
import dev.haetae.common.JudgeRequest;
import dev.haetae.common.JudgeResult.FaultyPart;
import dev.haetae.common.JudgeResult.JudgeFailed;
import dev.haetae.common.MalformedMessageException;
import dev.haetae.common.Wire;
import dev.haetae.common.tracing.Tracing;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.listener.api.ChannelAwareMessageListener;
import org.springframework.stereotype.Component;

/** Takes what the broker gave up: a request that nobody could finish ends as JUDGE_ERROR at once, with the cause. */
@Component
class DeadRequestListener implements ChannelAwareMessageListener {

    private static final Logger log = LoggerFactory.getLogger(DeadRequestListener.class);

    private final Reports reports;
    private final DeadLetters deadLetters;
    private final UntilStored untilStored;
    private final JudgingMetrics metrics;
    private final Tracing tracing;

    DeadRequestListener(
            Reports reports,
            DeadLetters deadLetters,
            UntilStored untilStored,
            JudgingMetrics metrics,
            Tracing tracing) {
        this.reports = reports;
        this.deadLetters = deadLetters;
        this.untilStored = untilStored;
        this.metrics = metrics;
        this.tracing = tracing;
    }

    @Override
    public void onMessage(Message message, @Nullable Channel channel) throws IOException {
        if (channel == null) {
            throw new IllegalStateException("dead letters are acknowledged by hand, which needs a channel");
        }
        String cause = cause(message);
        log.error("given up: {} {}", message.getMessageProperties().getMessageId(), cause);
        if (untilStored.run(() -> bury(message, cause))) {
            channel.basicAck(message.getMessageProperties().getDeliveryTag(), false);
        }
    }

    private void bury(Message message, String cause) {
        byte[] body = message.getBody();
        try (FinalisingSpans spans = new FinalisingSpans(tracing)) {
            JudgeRequest request = Wire.read(body, JudgeRequest.class);
            JudgeReport report = new JudgeReport(
                    request.submissionId(), request.attempt(), "", "", new JudgeFailed(FaultyPart.QUEUE, cause));
            spans.begin(message, report);
            reports.accept(List.of(report));
        } catch (MalformedMessageException e) {
            deadLetters.recordUnreadable(cause + ": " + e.getMessage(), body);
            metrics.died(FaultyPart.QUEUE);
        }
    }

    /** From the broker's own account: the queue that gave it up, why, and how often it had been delivered. */
    private static String cause(Message message) {
        List<Map<String, ?>> deaths = message.getMessageProperties().getXDeathHeader();
        if (deaths == null || deaths.isEmpty()) {
            return "the broker gave the message up and does not say why";
        }
        Map<String, ?> death = deaths.getFirst();
        return switch (String.valueOf(death.get("reason"))) {
            case "delivery_limit" ->
                "every worker that took the request was lost while judging it (" + death.get("queue") + ")";
            case "rejected" -> "the message on " + death.get("queue") + " was refused as unreadable";
            case String reason -> "the broker gave the message on " + death.get("queue") + " up: " + reason;
        };
    }
}
