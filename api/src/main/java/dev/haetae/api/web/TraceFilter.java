package dev.haetae.api.web;

import dev.haetae.common.tracing.TraceParent;
import dev.haetae.common.tracing.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Begins a trace with each call that changes something; whatever is logged meanwhile bears its id. */
final class TraceFilter extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final int OURS = 500;

    private final Tracing tracing;

    TraceFilter(Tracing tracing) {
        this.tracing = tracing;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return READING.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Span span = tracing.enter(request.getMethod(), SpanKind.SERVER, request.getHeader(TraceParent.HEADER));
        try (Scope _ = span.makeCurrent();
                var _ = MDC.putCloseable("traceId", span.getSpanContext().getTraceId());
                var _ = MDC.putCloseable("spanId", span.getSpanContext().getSpanId())) {
            chain.doFilter(request, response);
            describe(span, request, response);
        } catch (ServletException | IOException | RuntimeException e) {
            span.setStatus(StatusCode.ERROR);
            throw e;
        } finally {
            span.end();
        }
    }

    /** By the route, since the path of a call has names in it. */
    private static void describe(Span span, HttpServletRequest request, HttpServletResponse response) {
        span.setAttribute("http.request.method", request.getMethod());
        span.setAttribute("http.response.status_code", response.getStatus());
        if (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String route) {
            span.setAttribute("http.route", route);
            span.updateName(request.getMethod() + " " + route);
        }
        if (response.getStatus() >= OURS) {
            span.setStatus(StatusCode.ERROR);
        }
    }
}
