package dev.haetae.api.problem;

import dev.haetae.api.ApiTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The languages that can be submitted. */
@ApiTest
class LanguageIT {

    @Autowired
    private RestTestClient anonymous;

    @Test
    void listsTheConfiguredSetToEverybody() {
        anonymous
                .get()
                .uri("/api/v1/languages")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[*].id")
                .isEqualTo(List.of("c", "cpp", "java", "python3", "pypy3", "javascript"))
                .jsonPath("$[1].extensions")
                .isNotEmpty()
                .jsonPath("$[1].compileCommand")
                .isNotEmpty()
                .jsonPath("$[1].runCommand")
                .isNotEmpty()
                .jsonPath("$[1].timeFactor")
                .isNumber()
                .jsonPath("$[1].memoryFactor")
                .isNumber();
    }

    @Test
    void callsALanguageUnavailableWhileNoWorkerOffersIt() {
        anonymous
                .get()
                .uri("/api/v1/languages")
                .exchange()
                .expectBody()
                .jsonPath("$[1].available")
                .isEqualTo(false)
                .jsonPath("$[1].version")
                .isEmpty();
    }
}
