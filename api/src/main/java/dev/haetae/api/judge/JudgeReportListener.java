package dev.haetae.api.judge;

import com.rabbitmq.client.Channel;
import dev.haetae.common.JudgeReport;
import dev.haetae.common.JudgeResult.FaultyPart;
import dev.haetae.common.JudgeResult.JudgeFailed;
import dev.haetae.common.MalformedMessageException;
import dev.haetae.common.Wire;
import dev.haetae.common.tracing.Tracing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.listener.api.ChannelAwareBatchMessageListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Takes reports from the broker in batches, one transaction a batch. A batch that fails for good is repeated one by one; a
 * report that cannot be stored ends its judging as ours to mend; only one that cannot be read becomes a dead letter.
 */
@Component
class JudgeReportListener implements ChannelAwareBatchMessageListener {

    private static final Logger log = LoggerFactory.getLogger(JudgeReportListener.class);

    private final Reports reports;
    private final UntilStored untilStored;
    private final Tracing tracing;

    JudgeReportListener(Reports reports, UntilStored untilStored, Tracing tracing) {
        this.reports = reports;
        this.untilStored = untilStored;
        this.tracing = tracing;
    }

    @Override
    public void onMessageBatch(List<Message> messages, @Nullable Channel channel) {
        if (channel == null) {
            throw new IllegalStateException("reports are acknowledged by hand, which needs a channel");
        }
        List<JudgeReport> batch = new ArrayList<>(messages.size());
        try (FinalisingSpans spans = new FinalisingSpans(tracing)) {
            for (Message message : messages) {
                read(message, channel).ifPresent(report -> {
                    batch.add(report);
                    spans.begin(message, report);
                });
            }
            if (!batch.isEmpty() && store(batch)) {
                channel.basicAck(messages.getLast().getMessageProperties().getDeliveryTag(), true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<JudgeReport> read(Message message, Channel channel) throws IOException {
        try {
            return Optional.of(Wire.read(message.getBody(), JudgeReport.class));
        } catch (MalformedMessageException e) {
            log.error("a report cannot be read and becomes a dead letter: {}", e.getMessage());
            channel.basicReject(message.getMessageProperties().getDeliveryTag(), false);
            return Optional.empty();
        }
    }

    private boolean store(List<JudgeReport> batch) {
        try {
            return untilStored.run(() -> reports.accept(batch));
        } catch (DataIntegrityViolationException e) {
            log.warn("a batch of {} reports failed, storing one by one: {}", batch.size(), e.getMessage());
            return batch.stream().allMatch(this::storeAlone);
        }
    }

    private boolean storeAlone(JudgeReport report) {
        try {
            return untilStored.run(() -> reports.accept(List.of(report)));
        } catch (DataIntegrityViolationException e) {
            log.atError()
                    .addKeyValue("submission", report.submissionId())
                    .addKeyValue("attempt", report.attempt())
                    .setCause(e)
                    .log("the report on submission {} cannot be stored", report.submissionId());
            JudgeFailed failed = new JudgeFailed(FaultyPart.WORKER, "the worker's report could not be stored");
            return untilStored.run(() -> reports.accept(List.of(new JudgeReport(
                    report.submissionId(), report.attempt(), report.worker(), report.sandbox(), failed))));
        }
    }
}
