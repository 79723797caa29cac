package dev.haetae.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that knows the HTTP contract and nothing else. */
public final class Client {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final HttpClient http;
    private final URI base;
    private volatile String token = "";

    /** A client of the API at that URL. */
    public Client(String url) {
        this(
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(TIMEOUT)
                        .build(),
                URI.create(url + "/api/v1/"));
    }

    private Client(HttpClient http, URI base) {
        this.http = http;
        this.base = base;
    }

    /** Somebody else, who is not logged in, on this one's connections. */
    Client anonymous() {
        return new Client(http, base);
    }

    /** Logs in; all later calls are that user's. */
    public Client login(String username, String password) {
        JsonNode answer = JSON.readTree(send("POST", "auth/login", Map.of("username", username, "password", password)));
        token = answer.get("accessToken").asString();
        return this;
    }

    /** Logs in as the administrator of a launcher's home. */
    public Client loginAsAdmin(Path home) {
        try {
            return login(
                    "admin", Files.readString(home.resolve("admin-password")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What its calls carry: empty for nobody's. */
    String token() {
        return token;
    }

    /** Submits a source and returns the submission's id, trying again under the same key while the API is away. */
    public String submit(String problem, String language, String source) {
        String key = UUID.randomUUID().toString();
        String body = JSON.writeValueAsString(Map.of("language", language, "source", source));
        for (int attempt = 0; ; attempt++) {
            try {
                HttpRequest request = request("problems/" + problem + "/submissions")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(body))
                        .build();
                HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
                if (answer.statusCode() == 202) {
                    return JSON.readTree(answer.body()).get("id").asString();
                }
                requireTransient(answer, attempt);
            } catch (IOException e) {
                requireTries(attempt, e);
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
        }
    }

    /** Reads a submission. */
    public JsonNode submission(String id) {
        return JSON.readTree(send("GET", "submissions/" + id, null));
    }

    /** The lines of a submission's event stream, until it ends. */
    public Stream<String> events(String id) {
        try {
            HttpResponse<Stream<String>> answer =
                    http.send(request("submissions/" + id + "/events").build(), BodyHandlers.ofLines());
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Sends a call and returns its body, which may be empty. */
    public String send(String method, String path, @Nullable Object body) {
        HttpRequest.BodyPublisher publisher =
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body));
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .method(method, publisher)
                .timeout(TIMEOUT)
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(base.resolve(path));
        return token.isEmpty() ? builder : builder.header("Authorization", "Bearer " + token);
    }

    private static void requireTransient(HttpResponse<String> answer, int attempt) {
        if (answer.statusCode() < 500 && answer.statusCode() != 429 && answer.statusCode() != 409) {
            throw new IllegalStateException("refused: " + answer.statusCode() + " " + answer.body());
        }
        requireTries(attempt, new IOException("still " + answer.statusCode() + ": " + answer.body()));
    }

    private static void requireTries(int attempt, IOException failure) {
        if (attempt >= 400) {
            throw new UncheckedIOException("gave up submitting", failure);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted", e);
    }
}
