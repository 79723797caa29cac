package dev.haetae.common.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A span's place in its trace as one line of 55 characters, to be stored or sent: the W3C's Trace Context, level 1, without its
 * {@code tracestate}.
 */
public final class TraceParent {

    /** The name of the header that bears it, in HTTP and in messages. */
    public static final String HEADER = "traceparent";

    private TraceParent() {}

    /** Null for a span that is not recorded. */
    public static @Nullable String of(Span span) {
        if (!span.getSpanContext().isSampled()) {
            return null;
        }
        String[] line = new String[1];
        W3CTraceContextPropagator.getInstance().inject(Context.root().with(span), line, (carrier, name, value) -> {
            if (carrier != null && name.equals(HEADER)) {
                carrier[0] = value;
            }
        });
        return line[0];
    }

    /** A context without a span where there is none, or none that can be read. */
    static Context context(@Nullable String line) {
        return line == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance().extract(Context.root(), line, OneLine.GETTER);
    }

    /** Reads the only header that there is. */
    private enum OneLine implements TextMapGetter<String> {
        GETTER;

        @Override
        public Iterable<String> keys(String line) {
            return List.of(HEADER);
        }

        @Override
        public @Nullable String get(@Nullable String line, String name) {
            return name.equals(HEADER) ? line : null;
        }
    }
}
