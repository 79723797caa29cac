package dev.haetae.worker.queue;

import dev.haetae.common.JudgeReport;
import dev.haetae.common.JudgeRequest;
import dev.haetae.common.JudgeResult;
import dev.haetae.common.TestResult;
import dev.haetae.common.Verdict;
import dev.haetae.common.tracing.JudgingAttributes;
import dev.haetae.common.tracing.Tracing;
import dev.haetae.worker.judge.Timeline;
import dev.haetae.worker.judge.Timeline.Ran;
import dev.haetae.worker.judge.Timeline.Stage;
import dev.haetae.worker.judge.Timeline.Stretch;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.MDC;

/**
 * One judging's spans, in the trace that its request came with; nothing where that bore none. The judging itself knows nothing of them: its
 * timeline is told of afterwards.
 */
final class JudgingTrace implements AutoCloseable {

    private static final String TRACE = "traceId";
    private static final String SPAN = "spanId";

    private final Tracing tracing;
    private final Span span;

    private JudgingTrace(Tracing tracing, Span span) {
        this.tracing = tracing;
        this.span = span;
    }

    /** Begins with the judging, and names the trace to whatever is logged until it ends. */
    static JudgingTrace begin(Tracing tracing, Delivered delivered, JudgeRequest request) {
        Span span = tracing.join("judge", SpanKind.CONSUMER, delivered.traceParent());
        if (span.isRecording()) {
            span.setAllAttributes(JudgingAttributes.of(request));
            MDC.put(TRACE, span.getSpanContext().getTraceId());
            MDC.put(SPAN, span.getSpanContext().getSpanId());
        }
        return new JudgingTrace(tracing, span);
    }

    /** It was judged: how, and where the time went. */
    void judged(JudgeReport report, Timeline timeline) {
        if (!span.isRecording()) {
            return;
        }
        span.setAllAttributes(JudgingAttributes.of(report));
        if (report.result() instanceof JudgeResult.JudgeFailed failed) {
            span.setStatus(StatusCode.ERROR, failed.faulty().name());
        }
        Map<String, Verdict> verdicts = verdicts(report.result());
        for (Stretch stretch : timeline.stretches()) {
            record(stretch, verdicts);
        }
    }

    /** Begins the sending of the report; whoever sends it ends the span. */
    Span reporting() {
        return span.isRecording()
                ? tracing.within(span, "report").setSpanKind(SpanKind.PRODUCER).startSpan()
                : span;
    }

    @Override
    public void close() {
        MDC.remove(TRACE);
        MDC.remove(SPAN);
        span.end();
    }

    private void record(Stretch stretch, Map<String, Verdict> verdicts) {
        SpanBuilder builder = tracing.within(span, name(stretch.stage())).setStartTimestamp(stretch.from());
        String test = stretch.test();
        if (test != null) {
            builder.setAttribute(JudgingAttributes.TEST, test);
        }
        Verdict verdict = verdicts.get(test);
        if (verdict != null) {
            builder.setAttribute(JudgingAttributes.VERDICT, verdict.name());
        }
        Span stage = builder.startSpan();
        for (Ran ran : stretch.runs()) {
            tracing.within(stage, name(stretch.stage(), ran))
                    .setStartTimestamp(ran.from())
                    .startSpan()
                    .end(ran.to());
        }
        stage.end(stretch.to());
    }

    private static String name(Stage stage) {
        return switch (stage) {
            case FETCH -> "fetch";
            case COMPILE -> "compile";
            case TEST -> "test";
        };
    }

    /** The default comparison is part of the run: it reads what the program writes while it does. */
    private static String name(Stage stage, Ran ran) {
        return switch (stage) {
            case FETCH, COMPILE -> "compiler";
            case TEST -> ran.jurys() ? "check" : "run";
        };
    }

    private static Map<String, Verdict> verdicts(JudgeResult result) {
        return result instanceof JudgeResult.Judged judged
                ? judged.tests().stream()
                        .collect(Collectors.toMap(TestResult::name, TestResult::verdict, (one, _) -> one))
                : Map.of();
    }
}
