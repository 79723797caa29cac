package dev.haetae.api.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A problem with one sample and two hidden tests, of a slug that nobody has. */
public final class TestProblem {

    private final Map<String, String> files = new LinkedHashMap<>(Map.of(
            "problem.yaml", "name: Sum\nlimits:\n  time_limit: 1\n  code: 1\n",
            "problem_statement/problem.en.md", "# Sum\n\nAdd.\n",
            "data/sample/1.in", "1 2\n",
            "data/sample/1.ans", "3\n",
            "data/secret/1.in", "2 2\n",
            "data/secret/1.ans", "4\n",
            "data/secret/2.in", "2 3\n",
            "data/secret/2.ans", "5\n",
            "submissions/accepted/sum.py", "print(sum(map(int, input().split())))\n"));

    private TestProblem() {}

    /** The problem as it is without further words: its code limit is 1 KiB. */
    public static TestProblem aProblem() {
        return new TestProblem();
    }

    /** With another file, or another content of one. */
    public TestProblem with(String path, String content) {
        files.put(path, content);
        return this;
    }

    /** Imports it as its owner, and gives its slug. */
    public String importedBy(RestTestClient owner) {
        String slug = "p" + UUID.randomUUID().toString().replace("-", "");
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add("package", new ByteArrayResource(zip()) {
            @Override
            public String getFilename() {
                return slug + ".zip";
            }
        });
        owner.post()
                .uri("/api/v1/admin/problems/import?slug={slug}", slug)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(form)
                .exchange()
                .expectStatus()
                .isCreated();
        return slug;
    }

    private byte[] zip() {
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
