package dev.haetae.common.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpTracingTests {

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:4318, http://127.0.0.1:4318/v1/traces",
        "https://collector/, https://collector/v1/traces",
        "http://collector:9411/otlp, http://collector:9411/otlp"
    })
    void addsTheProtocolsPathWhereThereIsNone(URI endpoint, String url) {
        assertThat(new OtlpTracing(endpoint, 1, "api", "one").url()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"collector:4318", "/v1/traces", "grpc://collector:4317", "http:///v1"})
    void refusesWhatIsNoUrlOfACollector(URI endpoint) {
        assertThatThrownBy(() -> new OtlpTracing(endpoint, 1, "api", "one"))
                .hasMessageContaining("haetae.tracing.endpoint")
                .hasMessageContaining(endpoint.toString());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void refusesAShareThatIsNone(double share) {
        assertThatThrownBy(() -> new OtlpTracing(URI.create("http://collector"), share, "api", "one"))
                .hasMessageContaining("haetae.tracing.share");
    }

    @Test
    void isOffWithoutAnEndpoint() {
        assertThat(OtlpTracing.of(" ", 1, "api", "one").isOn()).isFalse();
    }
}
