package dev.haetae.api.problem;

import dev.haetae.common.Wire;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code problem_version}, to which rows are only ever added. */
@Component
class ProblemVersions {

    private final JdbcClient jdbc;

    ProblemVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ProblemContent content(UUID problem, int version) {
        String json = jdbc.sql("select content from problem_version where problem_id = :id and number = :version")
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
