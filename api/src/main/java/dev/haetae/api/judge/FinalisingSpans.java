package dev.haetae.api.judge;

import dev.haetae.common.JudgeReport;
import dev.haetae.common.tracing.JudgingAttributes;
import dev.haetae.common.tracing.TraceParent;
import dev.haetae.common.tracing.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.util.ArrayList;
import java.util.List;
import org.springframework.amqp.core.Message;

/** The spans in which reports are stored: each in the trace of its own submission, all until their common transaction is over. */
final class FinalisingSpans implements AutoCloseable {

    private final Tracing tracing;
    private final List<Span> spans = new ArrayList<>();

    FinalisingSpans(Tracing tracing) {
        this.tracing = tracing;
    }

    /** One more, if the message is part of a trace. */
    void begin(Message message, JudgeReport report) {
        Object parent = message.getMessageProperties().getHeader(TraceParent.HEADER);
        if (tracing.isOn() && parent != null) {
            Span span = tracing.join("finalise", SpanKind.CONSUMER, parent.toString());
            span.setAllAttributes(JudgingAttributes.of(report));
            spans.add(span);
        }
    }

    @Override
    public void close() {
        spans.forEach(Span::end);
    }
}
