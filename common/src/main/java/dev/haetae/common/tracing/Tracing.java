package dev.haetae.common.tracing;

import static java.util.Objects.requireNonNull;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** Begins the spans of one process, and ends with it; where tracing is off, they record nothing. Safe for all threads. */
public final class Tracing implements AutoCloseable {

    private final @Nullable Tracer tracer;
    private final Runnable end;

    private Tracing(@Nullable Tracer tracer, Runnable end) {
        this.tracer = tracer;
        this.end = end;
    }

    /** Records nothing. */
    public static Tracing off() {
        return new Tracing(null, () -> {});
    }

    /**
     * Records what a tracer does.
     *
     * @param end sends what was not sent yet
     */
    public static Tracing by(Tracer tracer, Runnable end) {
        return new Tracing(tracer, end);
    }

    public boolean isOn() {
        return tracer != null;
    }

    /**
     * Begins a trace, or goes on with one that somebody outside has begun; it may be one that is not sampled.
     *
     * @param caller the {@code traceparent} that came with the call, or null; one that is malformed counts as none
     */
    public Span enter(String name, SpanKind kind, @Nullable String caller) {
        return tracer == null ? Span.getInvalid() : begin(tracer, name, kind, TraceParent.context(caller));
    }

    /**
     * Goes on with a trace of ours.
     *
     * @param parent what {@link TraceParent#of} said of the span before; null where nothing was recorded, and nothing will be
     */
    public Span join(String name, SpanKind kind, @Nullable String parent) {
        return tracer == null || parent == null
                ? Span.getInvalid()
                : begin(tracer, name, kind, TraceParent.context(parent));
    }

    /** A span within another one that is recorded, for what is told of after the fact. */
    public SpanBuilder within(Span recorded, String name) {
        return requireNonNull(tracer, "tracing is off")
                .spanBuilder(name)
                .setParent(Context.root().with(recorded));
    }

    private static Span begin(Tracer tracer, String name, SpanKind kind, Context parent) {
        return tracer.spanBuilder(name).setSpanKind(kind).setParent(parent).startSpan();
    }

    @Override
    public void close() {
        end.run();
    }
}
