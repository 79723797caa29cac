package dev.haetae.api.problem;

import dev.haetae.api.database.Rows;
import dev.haetae.common.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code problem_version}, to which rows are only ever added. */
@Component
class ProblemVersions {

    /** What versions of earlier releases do not say, as they meant it: with each new field of {@link ProblemContent}, a line. */
    private static final String DEFAULTS = """
            {
              "settings": {"languages": [], "languageFactors": {}, "feedbackPolicy": "FIRST_FAILURE"},
              "included": {},
              "scoring": {"kind": "pass-fail"},
              "packageFiles": null,
              "listing": null,
              "margins": null,
              "limitBasis": null
            }
            """;

    private final JdbcClient jdbc;

    ProblemVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who made a version, and when. */
    record Made(int number, UUID authorId, Instant createdAt) {}

    /** All versions of a problem, the newest first. */
    List<Made> history(UUID problem) {
        return Rows.list(jdbc.sql("""
                        select number, author_id, created_at from problem_version where problem_id = :id order by number desc
                        """)
                .param("id", problem)
                .query((row, _number) -> new Made(
                        row.getInt("number"),
                        row.getObject("author_id", UUID.class),
                        row.getTimestamp("created_at").toInstant())));
    }

    ProblemContent content(UUID problem, int version) {
        String json = jdbc.sql("""
                        select :defaults::jsonb || content from problem_version
                        where problem_id = :id and number = :version
                        """)
                .param("defaults", DEFAULTS)
                .param("id", problem)
                .param("version", version)
                .query(String.class)
                .single();
        return Wire.read(json.getBytes(StandardCharsets.UTF_8), ProblemContent.class);
    }

    void insert(UUID problem, int number, UUID author, ProblemContent content) {
        jdbc.sql("""
                insert into problem_version (problem_id, number, author_id, content)
                values (:problem, :number, :author, :content::jsonb)
                """)
                .param("problem", problem)
                .param("number", number)
                .param("author", author)
                .param("content", new String(Wire.write(content), StandardCharsets.UTF_8))
                .update();
    }
}
