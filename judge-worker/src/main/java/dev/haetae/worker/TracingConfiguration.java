package dev.haetae.worker;

import dev.haetae.common.tracing.OtlpTracing;
import dev.haetae.common.tracing.Tracing;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the worker's spans go, if anywhere. */
@Configuration(proxyBeanMethods = false)
class TracingConfiguration {

    @Bean
    Tracing tracing(
            @Value("${haetae.tracing.endpoint}") String endpoint,
            @Value("${haetae.tracing.share}") double share,
            @Value("${spring.application.name}") String service,
            @Value("${haetae.worker.name}") String worker) {
        return OtlpTracing.of(endpoint, share, service, worker);
    }
}
