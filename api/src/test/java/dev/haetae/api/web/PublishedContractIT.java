package dev.haetae.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.api.ApiTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What load balancers, operators and authors of clients find. */
@ApiTest
class PublishedContractIT {

    @Autowired
    private RestTestClient anonymous;

    @LocalManagementPort
    private int managementPort;

    @Test
    void publishesTheContractAsOpenApi() {
        anonymous
                .get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.openapi")
                .value(version -> assertThat(version.toString()).startsWith("3.1"))
                .jsonPath("$.paths['/api/v1/auth/login'].post")
                .exists()
                .jsonPath("$.paths['/api/v1/problems/{slug}'].get.responses['200'].content")
                .exists()
                .jsonPath("$.paths['/internal/testdata/{sha256}']")
                .doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"['/api/v1/admin/problems/{slug}/testdata'].put", "['/api/v1/admin/problems/{slug}'].delete"})
    void saysHowAChangeNamesTheVersionThatItStartsFrom(String operation) {
        anonymous
                .get()
                .uri("/v3/api-docs")
                .exchange()
                .expectBody()
                .jsonPath("$.paths" + operation + ".parameters[*].name")
                .value(names -> assertThat((List<?>) names)
                        .map(String::valueOf)
                        .containsExactlyInAnyOrder("slug", "version", "If-Match"));
    }

    @Test
    void hasAPageToBrowseIt() {
        anonymous.get().uri("/docs").exchange().expectStatus().is3xxRedirection();
        anonymous.get().uri("/swagger-ui/index.html").exchange().expectStatus().isOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/livez", "/readyz"})
    void tellsLoadBalancersOnThePublicPort(String path) {
        anonymous
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("UP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/liveness", "/actuator/health/readiness", "/actuator/prometheus"})
    void tellsOperatorsOnThePortOfTheirOwn(String path) {
        management().get().uri(path).exchange().expectStatus().isOk();
    }

    @Test
    void keepsWhatIsForOperatorsOffThePublicPort() {
        anonymous.get().uri("/actuator/prometheus").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void isReadyWhateverBrokerAndRedisDo() {
        management()
                .get()
                .uri("/actuator/health/readiness")
                .exchange()
                .expectBody()
                .jsonPath("$.components.rabbit")
                .doesNotExist()
                .jsonPath("$.components.redis")
                .doesNotExist();
    }

    @Test
    void letsPagesOfOtherOriginsInOnlyWhenToldTo() {
        anonymous
                .get()
                .uri("/api/v1/problems")
                .header("Origin", "https://example.org")
                .exchange()
                .expectHeader()
                .doesNotExist("Access-Control-Allow-Origin");
    }

    private RestTestClient management() {
        return RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + managementPort)
                .build();
    }
}
