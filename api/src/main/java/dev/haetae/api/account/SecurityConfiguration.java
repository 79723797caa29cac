package dev.haetae.api.account;

import dev.haetae.api.web.SecurityErrors;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/**
 * Who may call what. Three doors, each with a chain of its own:
 *
 * <pre>
 * /actuator/**  on the management port alone     open: that port is the operator's
 * /internal/**                                   workers, by their token
 * the rest                                       users, by bearer token, but for what is listed as public
 * </pre>
 */
@Configuration
class SecurityConfiguration {

    private static final String[] PUBLIC_READS = {
        "/api/v1/problems",
        "/api/v1/problems/*",
        "/api/v1/problems/*/statements/*",
        "/api/v1/problems/*/attachments/**",
        "/api/v1/problems/*/samples.zip",
        "/api/v1/languages",
        "/livez",
        "/readyz",
        "/docs",
        "/docs/**",
        "/swagger-ui/**",
        "/v3/api-docs",
        "/v3/api-docs/**",
        "/v3/api-docs.yaml"
    };
    private static final String[] PUBLIC_WRITES = {"/api/v1/auth/register", "/api/v1/auth/login", "/api/v1/auth/refresh"
    };
    private static final String[] STAFF = {"/api/v1/admin/problems/**", "/api/v1/admin/rejudgings/**"};

    private final Doors doors;
    private final SecurityErrors errors;

    SecurityConfiguration(Doors doors, SecurityErrors errors) {
        this.doors = doors;
        this.errors = errors;
    }

    @Bean
    @Order(1)
    SecurityFilterChain managementDoor() {
        return doors.door()
                .securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(calls -> calls.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain workerDoor(SecuritySettings settings) {
        return doors.door()
                .securityMatcher("/internal/**")
                .addFilterBefore(new WorkerTokenFilter(settings.workerTokenFile()), AuthorizationFilter.class)
                .authorizeHttpRequests(calls -> calls.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/internal/testdata/*")
                        .hasAuthority(WorkerTokenFilter.AUTHORITY)
                        .anyRequest()
                        .denyAll())
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain userDoor(JwtDecoder decoder, TokenOwner owner) {
        return doors.door()
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(errors)
                        .accessDeniedHandler(errors)
                        .jwt(jwt -> jwt.decoder(decoder).jwtAuthenticationConverter(owner)))
                .authorizeHttpRequests(calls -> calls.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, PUBLIC_READS)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, PUBLIC_READS)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, PUBLIC_WRITES)
                        .permitAll()
                        .requestMatchers(STAFF)
                        .hasAnyRole(Role.INSTRUCTOR.name(), Role.ADMIN.name())
                        .requestMatchers("/api/v1/admin/**")
                        .hasRole(Role.ADMIN.name())
                        .anyRequest()
                        .authenticated())
                .build();
    }

    /** Doors and controllers read a path alike. */
    @Bean
    static PathPatternRequestMatcherBuilderFactoryBean paths() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    /** A span for each filter and each look at a role would cost a tenth of a submission and tell nothing. */
    @Bean
    SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    JwtDecoder jwtDecoder(AccessTokens tokens) {
        return tokens.decoder();
    }

    @Bean
    UrlBasedCorsConfigurationSource corsConfigurationSource(SecuritySettings settings) {
        var source = new UrlBasedCorsConfigurationSource();
        if (!settings.corsOrigins().isEmpty()) {
            var cors = new CorsConfiguration();
            cors.setAllowedOrigins(settings.corsOrigins());
            cors.setAllowedMethods(List.of(CorsConfiguration.ALL));
            cors.setAllowedHeaders(List.of(CorsConfiguration.ALL));
            cors.setExposedHeaders(List.of("ETag", "Location", "Retry-After"));
            source.registerCorsConfiguration("/api/**", cors);
        }
        return source;
    }
}
