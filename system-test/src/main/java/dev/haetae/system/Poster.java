package dev.haetae.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * Submits one source over and over with as little work as possible, since on a small machine what the client spends is not there
 * for the server. The JDK keeps the connections of {@link HttpURLConnection} alive, as many as {@code http.maxConnections} says.
 */
final class Poster {

    private final URI calls;
    private final byte[] body;

    Poster(String url, String problem, String language, String source) {
        calls = URI.create(url + "/api/v1/problems/" + problem + "/submissions");
        body = new JsonMapper().writeValueAsBytes(Map.of("language", language, "source", source));
    }

    /** Submits as the user of that token; anything but 202 ends the benchmark. */
    void submit(String token) {
        try {
            HttpURLConnection call = (HttpURLConnection) calls.toURL().openConnection();
            call.setRequestMethod("POST");
            call.setDoOutput(true);
            call.setFixedLengthStreamingMode(body.length);
            call.setRequestProperty("Content-Type", "application/json");
            call.setRequestProperty("Authorization", "Bearer " + token);
            call.setRequestProperty("Idempotency-Key", UUID.randomUUID().toString());
            call.getOutputStream().write(body);
            int status = call.getResponseCode();
            if (status != HttpURLConnection.HTTP_ACCEPTED) {
                String answer = new String(call.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
                throw new IllegalStateException("a submission was answered " + status + ": " + answer);
            }
            call.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
