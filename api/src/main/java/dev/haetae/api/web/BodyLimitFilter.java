package dev.haetae.api.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds what a call may send. The server bounds multipart bodies itself, but reads them as soon as anybody asks for a
 * parameter, so they are let in only where one is expected, and only with a token (security comes after).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class BodyLimitFilter extends OncePerRequestFilter {

    private static final long MOST_BYTES = 16L << 20;
    private static final String UPLOADS = "/api/v1/admin/";

    private final ErrorWriter writer;

    BodyLimitFilter(ErrorWriter writer) {
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isMultipart(request.getContentType())) {
            if (request.getRequestURI().startsWith(UPLOADS)) {
                chain.doFilter(request, response);
                return;
            }
            writer.write(response, ErrorAnswer.of(ErrorType.UNSUPPORTED_MEDIA_TYPE, "No upload is expected here."));
            return;
        }
        if (request.getContentLengthLong() > MOST_BYTES) {
            writer.write(response, ErrorAnswer.of(ErrorType.TOO_LARGE, "The body is too large."));
            return;
        }
        chain.doFilter(new BoundedRequest(request, MOST_BYTES), response);
    }

    private static boolean isMultipart(@Nullable String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }
}
