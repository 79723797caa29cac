package dev.haetae.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.api.ApiTest;
import dev.haetae.api.testing.TestUser;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Each kind of bad call has its answer, and each answer is a problem detail. */
@ApiTest
class ErrorsIT {

    private static final int LARGER_THAN_ALLOWED = (16 << 20) + 1;

    @Autowired
    private RestTestClient anonymous;

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "no JSON",
                "{",
                "[]",
                "\"text\"",
                "{\"username\": \"kim\", \"password\": \"secret\"} {}",
                "{\"username\": 5, \"password\": \"secret\"}",
                "{\"username\": true, \"password\": \"secret\"}",
                "{\"username\": [\"kim\"], \"password\": \"secret\"}",
                "{\"username\": {}, \"password\": \"secret\"}",
                "{\"username\": \"\\ud800\", \"password\": \"secret\"}",
                "{\"username\": \"\\udc00\\ud800\", \"password\": \"secret\"}"
            })
    void callsWhatIsNotTheRightJsonMalformed(String body) {
        login(body.getBytes(StandardCharsets.UTF_8))
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/malformed")
                .jsonPath("$.status")
                .isEqualTo(400);
    }

    /** No byte of UTF-8, too long, half of a surrogate pair, beyond U+10FFFF, cut off. */
    @ParameterizedTest
    @ValueSource(strings = {"FF", "C0AF", "EDA080", "F4908080", "E282"})
    void callsInvalidUtf8Malformed(String bytes) {
        String invalid = new String(HexFormat.of().parseHex(bytes), StandardCharsets.ISO_8859_1);
        String body = "{\"username\": \"k" + invalid + "m\", \"password\": \"secret\"}";

        login(body.getBytes(StandardCharsets.ISO_8859_1)).expectStatus().isBadRequest();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32BE"})
    void callsAnotherEncodingMalformed(String encoding) {
        String body = "{\"username\": \"kim\", \"password\": \"secret\"}";

        login(body.getBytes(Charset.forName(encoding))).expectStatus().isBadRequest();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/yaml"})
    void refusesAnotherMediaType(String type) {
        anonymous
                .post()
                .uri("/api/v1/auth/login")
                .header("Content-Type", type)
                .body("username: kim".getBytes(StandardCharsets.US_ASCII))
                .exchange()
                .expectStatus()
                .isEqualTo(415)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "application/yaml"})
    void answersInJsonOnly(String type) {
        anonymous
                .get()
                .uri("/api/v1/problems")
                .header("Accept", type)
                .exchange()
                .expectStatus()
                .isEqualTo(406)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/not-acceptable");
    }

    @Test
    void namesTheMethodsThatThereAre() {
        TestUser.student(anonymous)
                .http()
                .delete()
                .uri("/api/v1/me")
                .exchange()
                .expectStatus()
                .isEqualTo(405)
                .expectHeader()
                .valueEquals("Allow", "GET")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/method-not-allowed");
    }

    @Test
    void knowsNoOtherPath() {
        TestUser.student(anonymous)
                .http()
                .get()
                .uri("/api/v1/no/such/thing")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/not-found");
    }

    @Test
    void asksForATokenBeforeItTellsOfPaths() {
        anonymous
                .get()
                .uri("/api/v1/no/such/thing")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/unauthenticated");
    }

    @Test
    void findsNothingUnderAnIdThatIsNone() {
        TestUser.student(anonymous)
                .http()
                .get()
                .uri("/api/v1/submissions/not-an-id")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=many", "after=%21", "after=Zm9v", "verdict=FOO"})
    void namesTheParameterThatBreaksARule(String query) {
        TestUser.student(anonymous)
                .http()
                .get()
                .uri(URI.create("http://127.0.0.1:" + port + "/api/v1/submissions?" + query))
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"query=%00", "query=%FF", "nobody=%C3"})
    void callsAParameterThatIsNoTextMalformed(String query) {
        anonymous
                .get()
                .uri(URI.create("http://127.0.0.1:" + port + "/api/v1/problems?" + query))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/malformed");
    }

    @Test
    void refusesALargeBodyByItsLength() {
        login(large())
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/too-large");
    }

    @Test
    void refusesALargeBodyThatComesWithoutLength() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/auth/login"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large())))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("/problems/too-large");
        }
    }

    @Test
    void takesUploadsOnlyWhereTheyAreExpected() {
        anonymous
                .post()
                .uri("/api/v1/auth/login")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .body("--x--")
                .exchange()
                .expectStatus()
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api//v1/problems", "/api/v1/problems/%00", "/%2e%2e/%2e%2e/etc"})
    void answersAPathThatIsRefusedUnread(String path) {
        anonymous
                .get()
                .uri(URI.create("http://127.0.0.1:" + port + path))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/malformed");
    }

    @Test
    void tellsNothingOfItselfToWhoDoesNotSpeakHttp() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write("GET /[] HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("Tomcat", "Exception", "org.apache");
        }
    }

    private ResponseSpec login(byte[] body) {
        return anonymous
                .post()
                .uri("/api/v1/auth/login")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private static byte[] large() {
        byte[] body = new byte[LARGER_THAN_ALLOWED];
        Arrays.fill(body, (byte) ' ');
        return body;
    }
}
