package dev.haetae.api.problem;

import dev.haetae.api.database.Rows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the blobs that some version of some problem needs: those that its row names, and those that its manifests name. Wherever a blob is
 * named, it is by a field {@code sha256}, so that a field of a later release is not forgotten here.
 */
@Component
class ReferencedBlobs {

    private static final Pattern NAMED = Pattern.compile("\"sha256\"\\s*:\\s*\"([0-9a-f]{64})\"");

    private final JdbcClient jdbc;
    private final BlobStore blobs;

    ReferencedBlobs(JdbcClient jdbc, BlobStore blobs) {
        this.jdbc = jdbc;
        this.blobs = blobs;
    }

    /** The SHA-256 of each, as of the versions that there are when this begins. */
    Set<String> find() throws IOException {
        List<String> manifests = Rows.list(jdbc.sql("""
                        select distinct m.sha256 from problem_version v
                        cross join lateral (values (v.content #>> '{tests,manifest,sha256}'),
                                                   (v.content #>> '{packageFiles,sha256}')) as m(sha256)
                        where m.sha256 is not null
                        """).query(String.class));
        Set<String> found = new HashSet<>(Rows.list(jdbc.sql("""
                        select distinct jsonb_path_query(content, '$.**.sha256') #>> '{}' from problem_version
                        """).query(String.class)));
        for (String manifest : manifests) {
            Optional<Resource> file = blobs.find(manifest);
            if (file.isPresent()) {
                addNamed(file.get().getContentAsString(StandardCharsets.UTF_8), found);
            }
        }
        return found;
    }

    private static void addNamed(String json, Set<String> found) {
        Matcher named = NAMED.matcher(json);
        while (named.find()) {
            found.add(named.group(1));
        }
    }
}
