package dev.haetae.api.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers what fails before a controller is reached: who is asking is looked up in the database, which may be down. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErrorFilter extends OncePerRequestFilter {

    private final Errors errors;

    ErrorFilter(Errors errors) {
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException e) {
            errors.answer(e, response);
        }
    }
}
