package dev.haetae.api.account;

import static org.springframework.security.config.Customizer.withDefaults;

import dev.haetae.api.web.SecurityErrors;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.context.request.async.WebAsyncManagerIntegrationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Component;

/**
 * Begins a chain of filters with what all doors have in common. Spring's own beginning, the bean {@link HttpSecurity}, looks among all beans
 * for some thirty kinds of customizers, each time anew and in vain: for three doors that took a twentieth of a start.
 */
@Component
class Doors {

    private final ApplicationContext context;
    private final ObjectPostProcessor<Object> processor;
    private final PathPatternRequestMatcher.Builder paths;
    private final SecurityErrors errors;

    Doors(
            ApplicationContext context,
            ObjectPostProcessor<Object> processor,
            PathPatternRequestMatcher.Builder paths,
            SecurityErrors errors) {
        this.context = context;
        this.processor = processor;
        this.paths = paths;
        this.errors = errors;
    }

    /** Without sessions, and so without anything that needs one. */
    HttpSecurity door() {
        var http = new HttpSecurity(
                processor,
                new AuthenticationManagerBuilder(processor),
                Map.of(ApplicationContext.class, context, PathPatternRequestMatcher.Builder.class, paths));
        return http.addFilter(new WebAsyncManagerIntegrationFilter())
                .headers(withDefaults())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(withDefaults())
                .anonymous(withDefaults())
                .servletApi(withDefaults())
                .cors(withDefaults())
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(errors).accessDeniedHandler(errors));
    }
}
