package dev.haetae.api.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
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

    /** Without one of its files. */
    public TestProblem without(String path) {
        files.remove(path);
        return this;
    }

    /** Imports it as its owner, and gives its slug. */
    public String importedBy(RestTestClient owner) {
        String slug = freshSlug();
        sentBy(owner, slug).expectStatus().isCreated();
        return slug;
    }

    /** Imports it for its owner's eyes only, and gives its slug. */
    public String hiddenBy(RestTestClient owner) {
        String slug = freshSlug();
        sentBy(owner, slug + "&visibility=HIDDEN").expectStatus().isCreated();
        return slug;
    }

    /** Asks for its import under a slug, which further parameters may follow. */
    public ResponseSpec sentBy(RestTestClient client, String slug) {
        return send(client, "slug=" + slug, "package.zip", zip());
    }

    /** Asks for the import of whatever it is. */
    public static ResponseSpec send(RestTestClient client, String query, String fileName, byte[] archive) {
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add("package", new ByteArrayResource(archive) {
            @Override
            public String getFilename() {
                return fileName;
            }
        });
        return client.post()
                .uri("/api/v1/admin/problems/import?" + query)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(form)
                .exchange();
    }

    /** A slug that nobody has. */
    public static String freshSlug() {
        return "p" + UUID.randomUUID().toString().replace("-", "");
    }

    /** The package. */
    public byte[] zip() {
        return EditClient.zip(files);
    }
}
