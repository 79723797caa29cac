package dev.haetae.api.testing;

import static java.util.Objects.requireNonNull;

import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads answers. */
public final class Json {

    private static final JsonMapper JSON = new JsonMapper();

    private Json() {}

    /** The body of an answer. */
    public static JsonNode json(ResponseSpec answer) {
        return JSON.readTree(requireNonNull(answer.expectBody().returnResult().getResponseBody()));
    }
}
