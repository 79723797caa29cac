package dev.haetae.common.tracing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Sends spans to a collector by OTLP over HTTP, in batches and beside the work: a collector that does not answer costs spans and a
 * warning, nothing else.
 *
 * @param endpoint the collector's URL; without a path, the protocol's own is added
 * @param share of traces that are recorded, from 0 to 1; it goes by the trace's id, so that all processes decide alike
 * @param service the name of the process's kind
 * @param instance which of them it is
 */
public record OtlpTracing(URI endpoint, double share, String service, String instance) {

    private static final String PATH = "/v1/traces";

    /** Whoever looks wants to see what has just been judged. */
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private static final Duration LAST_EXPORT = Duration.ofSeconds(5);

    /** Checks the settings, under the names that they have for operators. */
    public OtlpTracing {
        if (!("http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme()))
                || endpoint.getHost() == null) {
            throw new IllegalArgumentException(
                    "haetae.tracing.endpoint must be an http or https URL such as http://127.0.0.1:4318, and is "
                            + endpoint);
        }
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("haetae.tracing.share must be from 0 to 1, and is " + share);
        }
    }

    /** Tracing as a process's settings want it: off where they name no endpoint. */
    public static Tracing of(String endpoint, double share, String service, String instance) {
        return endpoint.isBlank()
                ? Tracing.off()
                : new OtlpTracing(URI.create(endpoint.strip()), share, service, instance).start();
    }

    private Tracing start() {
        OtlpHttpSpanExporter exporter =
                OtlpHttpSpanExporter.builder().setEndpoint(url()).build();
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .setSampler(Sampler.traceIdRatioBased(share))
                .setResource(Resource.getDefault().merge(resource()))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter)
                        .setScheduleDelay(PERIOD)
                        .build())
                .build();
        return Tracing.by(
                provider.get("dev.haetae"),
                () -> provider.shutdown().join(LAST_EXPORT.toMillis(), TimeUnit.MILLISECONDS));
    }

    String url() {
        boolean bare = endpoint.getPath() == null || endpoint.getPath().length() <= 1;
        return (bare ? endpoint.resolve(PATH) : endpoint).toString();
    }

    private Resource resource() {
        return Resource.create(Attributes.builder()
                .put("service.name", service)
                .put("service.instance.id", instance)
                .build());
    }
}
