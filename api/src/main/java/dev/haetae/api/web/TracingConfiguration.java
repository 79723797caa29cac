package dev.haetae.api.web;

import dev.haetae.common.tracing.OtlpTracing;
import dev.haetae.common.tracing.Tracing;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Where the API's spans go, if anywhere. */
@Configuration(proxyBeanMethods = false)
class TracingConfiguration {

    @Bean
    Tracing tracing(
            @Value("${haetae.tracing.endpoint}") String endpoint,
            @Value("${haetae.tracing.share}") double share,
            @Value("${spring.application.name}") String service) {
        return OtlpTracing.of(endpoint, share, service, host());
    }

    /** There is no filter at all where nothing is traced. */
    @Bean
    FilterRegistrationBean<TraceFilter> traceFilter(Tracing tracing) {
        FilterRegistrationBean<TraceFilter> registration = new FilterRegistrationBean<>(new TraceFilter(tracing));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        registration.setEnabled(tracing.isOn());
        return registration;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
