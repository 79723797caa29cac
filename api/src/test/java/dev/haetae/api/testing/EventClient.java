package dev.haetae.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Reads an event stream. */
public final class EventClient {

    private final BufferedReader lines;

    private EventClient(BufferedReader lines) {
        this.lines = lines;
    }

    /** One event; the content is JSON. */
    public record Event(String id, String name, String content) {}

    /** Opens the stream of a submission from its beginning. */
    public static EventClient open(int port, String submission, TestUser user) throws Exception {
        return open(port, submission, user, null);
    }

    /** Opens the stream of a submission, behind the last event that was seen where there is one. */
    public static EventClient open(int port, String submission, TestUser user, @Nullable String lastEventId)
            throws Exception {
        URI stream = URI.create("http://localhost:" + port + "/api/v1/submissions/" + submission + "/events");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(stream).header("Authorization", "Bearer " + user.accessToken());
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<java.io.InputStream> response =
                HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        return new EventClient(new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
    }

    /** The next event. */
    public Event next() throws IOException {
        Event event = nextOrNull();
        if (event == null) {
            throw new NoSuchElementException("the stream has ended");
        }
        return event;
    }

    /** All further events, until the server ends the stream. */
    public List<Event> untilTheEnd() throws IOException {
        List<Event> events = new ArrayList<>();
        for (Event event = nextOrNull(); event != null; event = nextOrNull()) {
            events.add(event);
        }
        return events;
    }

    /** How long it takes until a comment comes; events before it are lost. */
    public Duration awaitComment() throws IOException {
        long began = System.nanoTime();
        if (field(":") == null) {
            throw new NoSuchElementException("the stream has ended");
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private @Nullable Event nextOrNull() throws IOException {
        String id = field("id:");
        return id == null ? null : new Event(id, String.valueOf(field("event:")), String.valueOf(field("data:")));
    }

    private @Nullable String field(String name) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(name)) {
                return line.substring(name.length());
            }
        }
        return null;
    }
}
