package dev.haetae.api.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes an error whatever the client accepts: one in a form that was not asked for is better than none. */
@Component
class ErrorWriter {

    private final JsonMapper json;

    ErrorWriter(JsonMapper json) {
        this.json = json;
    }

    void write(HttpServletResponse response, ErrorAnswer answer) throws IOException {
        response.resetBuffer();
        response.setStatus(answer.body().status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        answer.headers().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.getOutputStream().write(json.writeValueAsBytes(answer.body()));
    }
}
