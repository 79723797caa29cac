package dev.haetae.api.submission;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes an event stream as the HTML standard defines it ("Server-sent events"); JSON has no line breaks, so one data line. */
final class ServerSentEvents {

    private final OutputStream out;
    private final JsonMapper json;

    private ServerSentEvents(OutputStream out, JsonMapper json) {
        this.out = out;
        this.json = json;
    }

    /** Sends the head, so that the client knows that it is connected. */
    static ServerSentEvents begin(HttpServletResponse response, JsonMapper json) throws IOException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // Proxies that buffer would hold events back.
        response.setHeader("X-Accel-Buffering", "no");
        response.flushBuffer();
        return new ServerSentEvents(response.getOutputStream(), json);
    }

    void send(EventId id, String name, Object content) throws IOException {
        write("id:" + id + "\nevent:" + name + "\ndata:" + json.writeValueAsString(content) + "\n\n");
    }

    /** Keeps proxies from closing an idle connection. */
    void comment() throws IOException {
        write(":\n\n");
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
