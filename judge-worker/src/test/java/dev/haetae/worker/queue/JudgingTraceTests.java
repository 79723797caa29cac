package dev.haetae.worker.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.common.JudgeReport;
import dev.haetae.common.JudgeRequest;
import dev.haetae.common.tracing.JudgingAttributes;
import dev.haetae.common.tracing.Tracing;
import dev.haetae.worker.judge.Bench;
import dev.haetae.worker.judge.Leash;
import dev.haetae.worker.judge.Terms;
import dev.haetae.worker.judge.Timeline;
import dev.haetae.worker.testing.FakeSandbox;
import dev.haetae.worker.testing.FakeSandbox.Act;
import dev.haetae.worker.testing.Judgings;
import dev.haetae.worker.testing.Reports;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.MDC;

class JudgingTraceTests {

    private static final String SENDER = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final InMemorySpanExporter exported = InMemorySpanExporter.create();
    private final SdkTracerProvider provider = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(exported))
            .build();
    private final Tracing tracing = Tracing.by(provider.get("test"), provider::close);

    @TempDir
    private Path directory;

    @Test
    void tellsOfEachStageAndTestWithinTheSendersTrace() throws Exception {
        judge(SENDER);

        SpanData judge = spans("judge").getFirst();
        assertThat(judge.getTraceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(judge.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
        assertThat(exported.getFinishedSpanItems())
                .filteredOn(span -> span.getParentSpanId().equals(judge.getSpanId()))
                .extracting(SpanData::getName)
                .containsExactly("fetch", "compile", "test", "test", "report");
    }

    @Test
    void saysOfATestItsNameItsVerdictAndItsRun() throws Exception {
        judge(SENDER);

        SpanData test = spans("test").getFirst();
        assertThat(test.getAttributes().asMap())
                .containsEntry(JudgingAttributes.TEST, "secret/0")
                .containsEntry(JudgingAttributes.VERDICT, "ACCEPTED");
        assertThat(spans("run").getFirst().getParentSpanId()).isEqualTo(test.getSpanId());
        assertThat(spans("run").getFirst().getStartEpochNanos())
                .isBetween(test.getStartEpochNanos(), test.getEndEpochNanos());
    }

    @Test
    void recordsNothingOfARequestWithoutATrace() throws Exception {
        judge(null);

        assertThat(exported.getFinishedSpanItems()).isEmpty();
    }

    @Test
    void namesTheTraceToTheLogUntilItEnds() {
        try (JudgingTrace _ = JudgingTrace.begin(tracing, delivered(SENDER), aRequest())) {
            assertThat(MDC.get("traceId")).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        }
        assertThat(MDC.get("traceId")).isNull();
    }

    private void judge(@Nullable String sender) throws Exception {
        Timeline timeline = new Timeline();
        JudgeRequest request = aRequest();
        FakeSandbox sandbox = new FakeSandbox(_ -> new Act("42", Reports.aRun()));
        Bench bench = Bench.of(sandbox, new Terms(new Leash(Duration.ofMinutes(1)), _ -> {}, timeline));
        try (JudgingTrace trace = JudgingTrace.begin(tracing, delivered(sender), request)) {
            var result = Judgings.of(directory, "42", "42").judge(request.task(), bench);
            trace.judged(
                    new JudgeReport(request.submissionId(), 1, "worker", "none", result, timeline.end()), timeline);
            trace.reporting().end();
        }
    }

    private static JudgeRequest aRequest() {
        return new JudgeRequest(UUID.randomUUID(), 1, Judgings.submission(2));
    }

    private static Delivered delivered(@Nullable String sender) {
        return new Delivered(1, new byte[0], 0, false, sender);
    }

    private List<SpanData> spans(String name) {
        return exported.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .toList();
    }
}
