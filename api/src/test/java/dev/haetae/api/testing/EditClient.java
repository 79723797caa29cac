package dev.haetae.api.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The calls of those who edit problems by hand. */
public final class EditClient {

    private static final String PROBLEMS = "/api/v1/admin/problems";

    private EditClient() {}

    /** Makes a problem of two numbers' sum, hidden and without tests, and gives its slug. */
    public static String make(RestTestClient client) {
        String slug = TestProblem.freshSlug();
        make(client, Map.of("slug", slug, "title", "Sum")).expectStatus().isCreated();
        return slug;
    }

    /** Asks for a new problem. */
    public static ResponseSpec make(RestTestClient client, Map<String, ?> body) {
        return client.post()
                .uri(PROBLEMS)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    /** Asks for a change; a query may follow the slug. */
    public static ResponseSpec change(RestTestClient client, String slug, Map<String, ?> body) {
        return client.put()
                .uri(PROBLEMS + "/" + slug)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    /** Reads it as an editor. */
    public static ResponseSpec read(RestTestClient client, String slug) {
        return client.get().uri(PROBLEMS + "/{slug}", slug).exchange();
    }

    /** Asks for its removal. */
    public static ResponseSpec remove(RestTestClient client, String slug) {
        return client.delete().uri(PROBLEMS + "/{slug}", slug).exchange();
    }

    /** Submits something to it. */
    public static ResponseSpec submit(RestTestClient client, String slug, String language) {
        return new Submitter(client, slug).submit(Map.of("language", language, "source", "source"));
    }

    /** An answer's body. */
    public static String body(ResponseSpec response) {
        byte[] bytes = response.expectBody().returnResult().getResponseBody();
        return new String(Objects.requireNonNull(bytes), StandardCharsets.UTF_8);
    }

    /** Sends files by the names of their fields, to a path below the problem's own. */
    public static ResponseSpec upload(RestTestClient client, String slug, String path, Map<String, byte[]> files) {
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        files.forEach((field, content) -> form.add(field, new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return field;
            }
        }));
        return client.put()
                .uri(PROBLEMS + "/" + slug + path)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(form)
                .exchange();
    }

    /** Writes a test. */
    public static ResponseSpec putTest(RestTestClient client, String slug, String name, Map<String, String> body) {
        return client.put()
                .uri(PROBLEMS + "/" + slug + "/tests/" + name)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    /** An archive of these files. */
    public static byte[] zip(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
