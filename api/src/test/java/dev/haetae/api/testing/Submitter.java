package dev.haetae.api.testing;

import static dev.haetae.api.testing.Json.json;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.RequestBodySpec;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/**
 * Somebody who hands in programs to one problem, and reads what becomes of them.
 *
 * @param http sends their token
 * @param problem its slug
 */
public record Submitter(RestTestClient http, String problem) {

    private static final Duration SOON = Duration.ofSeconds(30);

    /** The first administrator, who imports the problem. */
    public static Submitter owner(RestTestClient anonymous, TestProblem problem) {
        RestTestClient admin = TestUser.admin(anonymous).http();
        return new Submitter(admin, problem.importedBy(admin));
    }

    /** A new student. */
    public static Submitter student(RestTestClient anonymous, String problem) {
        return new Submitter(TestUser.student(anonymous).http(), problem);
    }

    /** The same person at another problem. */
    public Submitter on(String other) {
        return new Submitter(http, other);
    }

    /** Hands in a program that nobody looks at, and gives the submission's id. */
    public String submitted() {
        return json(submit("int main;").expectStatus().isAccepted()).get("id").asString();
    }

    /** Hands in a C program. */
    public ResponseSpec submit(String source) {
        return submit(inC(source));
    }

    /** Hands it in under an idempotency key. */
    public ResponseSpec submit(String source, String key) {
        return call().header("Idempotency-Key", key).body(inC(source)).exchange();
    }

    /** Hands in a C program of one file, written as the contract says. */
    public ResponseSpec submitFile(Map<String, Object> file) {
        return submit(Map.of("language", "c", "files", List.of(file)));
    }

    /** Hands in whatever it is. */
    public ResponseSpec submit(Map<String, Object> body) {
        return call().body(body).exchange();
    }

    /** Reads a submission. */
    public JsonNode read(String id) {
        return json(http.get()
                .uri("/api/v1/submissions/{id}", id)
                .exchange()
                .expectStatus()
                .isOk());
    }

    /** The submission when it has its verdict. */
    public JsonNode awaitDone(String id) {
        return await().atMost(SOON)
                .until(
                        () -> read(id),
                        submission -> submission.get("status").asString().equals("DONE"));
    }

    /** Withdraws a submission. */
    public ResponseSpec cancel(String id) {
        return http.post().uri("/api/v1/submissions/{id}/cancel", id).exchange();
    }

    /** As an administrator, sends a submission again that could not be judged. */
    public ResponseSpec redrive(String id) {
        return http.post()
                .uri("/api/v1/admin/dead-letters/{id}/redrive", deadLetter(id))
                .exchange();
    }

    private String deadLetter(String submission) {
        JsonNode letters = json(http.get()
                .uri("/api/v1/admin/dead-letters?limit=100")
                .exchange()
                .expectStatus()
                .isOk());
        return letters.get("items")
                .valueStream()
                .filter(letter -> letter.get("submissionId").asString().equals(submission))
                .map(letter -> letter.get("id").asString())
                .findFirst()
                .orElseThrow();
    }

    private RequestBodySpec call() {
        return http.post().uri("/api/v1/problems/{slug}/submissions", problem).contentType(MediaType.APPLICATION_JSON);
    }

    private static Map<String, Object> inC(String source) {
        return Map.of("language", "c", "source", source);
    }
}
