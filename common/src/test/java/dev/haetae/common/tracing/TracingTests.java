package dev.haetae.common.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TracingTests {

    private static final String CALLER = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final InMemorySpanExporter exported = InMemorySpanExporter.create();

    @Test
    void joinsOverAMessage() {
        Tracing tracing = recording(Sampler.alwaysOn());
        Span sending = tracing.enter("POST", SpanKind.SERVER, null);

        Span taking = tracing.join("judge", SpanKind.CONSUMER, TraceParent.of(sending));
        taking.end();

        assertThat(exported.getFinishedSpanItems()).singleElement().satisfies(span -> {
            assertThat(span.getTraceId()).isEqualTo(sending.getSpanContext().getTraceId());
            assertThat(span.getParentSpanId())
                    .isEqualTo(sending.getSpanContext().getSpanId());
        });
    }

    @Test
    void goesOnWithTheTraceOfACaller() {
        Span span = recording(Sampler.alwaysOn()).enter("POST", SpanKind.SERVER, CALLER);

        assertThat(TraceParent.of(span))
                .startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-")
                .doesNotContain("00f067aa");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "00-1-2-01", "nonsense"})
    void beginsATraceWhereTheCallersCannotBeRead(String caller) {
        Span span = recording(Sampler.alwaysOn()).enter("POST", SpanKind.SERVER, caller);

        assertThat(span.getSpanContext().isValid()).isTrue();
    }

    @Test
    void letsNothingTravelThatIsNotSampled() {
        Span span = recording(Sampler.alwaysOff()).enter("POST", SpanKind.SERVER, CALLER);

        assertThat(TraceParent.of(span)).isNull();
    }

    @Test
    void recordsNothingOfAMessageWithoutATrace() {
        recording(Sampler.alwaysOn()).join("judge", SpanKind.CONSUMER, null).end();

        assertThat(exported.getFinishedSpanItems()).isEmpty();
    }

    @Test
    void recordsAndPassesOnNothingWhenItIsOff() {
        Span span = Tracing.off().enter("POST", SpanKind.SERVER, CALLER);

        assertThat(span.isRecording()).isFalse();
        assertThat(TraceParent.of(span)).isNull();
    }

    private Tracing recording(Sampler sampler) {
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .setSampler(sampler)
                .addSpanProcessor(SimpleSpanProcessor.create(exported))
                .build();
        return Tracing.by(provider.get("test"), provider::close);
    }
}
