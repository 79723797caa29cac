package dev.haetae.api.web;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * An answer that can be kept and given again.
 *
 * @param status HTTP status
 * @param location path of what was made, or null
 * @param body JSON in UTF-8; owned by the record, not to be changed
 */
public record Answer(int status, @Nullable String location, byte[] body) {

    /** The answer as a controller returns it. */
    public ResponseEntity<byte[]> toResponse() {
        var response = ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
        if (location != null) {
            response.location(Objects.requireNonNull(URI.create(location)));
        }
        return response.body(body);
    }
}
