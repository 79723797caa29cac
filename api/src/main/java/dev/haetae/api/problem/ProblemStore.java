package dev.haetae.api.problem;

import dev.haetae.api.database.Rows;
import dev.haetae.common.Wire;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code problem} and {@code problem_version}. */
@Repository
class ProblemStore {

    private final JdbcClient jdbc;

    ProblemStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What people edit of a problem. */
    record Row(
            UUID id,
            String slug,
            UUID ownerId,
            String title,
            @Nullable Integer difficulty,
            List<String> tags,
            boolean isPublic,
            int version,
            long solvedBy) {}

    Optional<Row> find(String slug) {
        return jdbc.sql("""
                select p.*, coalesce(c.solved_by, 0) as solved_by
                from problem p left join problem_counter c on c.problem_id = p.id where p.slug = :slug
                """).param("slug", slug).query(ProblemStore::row).optional();
    }

    ProblemContent content(UUID problem, int version) {
        String json = jdbc.sql("select content from problem_version where problem_id = :id and number = :version")
                .param("id", problem)
                .param("version", version)
                .query(String.class)
                .single();
        return Wire.read(json.getBytes(StandardCharsets.UTF_8), ProblemContent.class);
    }

    /** Those whose slug lies behind {@code after}, in order; hidden ones only of {@code owner}, or all for administrators. */
    List<Row> page(ListFilter filter, @Nullable String after, int limit) {
        return Rows.list(jdbc.sql("""
                        select p.*, coalesce(c.solved_by, 0) as solved_by
                        from problem p left join problem_counter c on c.problem_id = p.id
                        where (p.visibility = 'PUBLIC' or :all or p.owner_id = :owner::uuid)
                          and (:query::text is null or strpos(lower(p.title), lower(:query)) > 0 or strpos(p.slug, lower(:query)) > 0)
                          and (:tag::text is null or p.tags @> array[:tag::text])
                          and (:after::text is null or p.slug > :after)
                        order by p.slug limit :limit
                        """)
                .param("all", filter.all())
                .param("owner", filter.owner())
                .param("query", filter.query())
                .param("tag", filter.tag())
                .param("after", after)
                .param("limit", limit)
                .query(ProblemStore::row));
    }

    /** What a list shows. */
    record ListFilter(
            boolean all,
            @Nullable UUID owner,
            @Nullable String query,
            @Nullable String tag) {}

    /** Locks a problem for a new version; empty when it is to be made. */
    Optional<Row> lock(String slug) {
        jdbc.sql("select 1 from problem where slug = :slug for update")
                .param("slug", slug)
                .query(Integer.class)
                .optional();
        return find(slug);
    }

    void insert(Row row) {
        jdbc.sql("""
                insert into problem (id, slug, owner_id, title, tags, visibility, version)
                values (:id, :slug, :owner, :title, :tags, :visibility, 1)
                """)
                .param("id", row.id())
                .param("slug", row.slug())
                .param("owner", row.ownerId())
                .param("title", row.title())
                .param("tags", row.tags().toArray(String[]::new))
                .param("visibility", row.isPublic() ? "PUBLIC" : "HIDDEN")
                .update();
    }

    void update(Row row) {
        jdbc.sql("""
                update problem set title = :title, tags = :tags, visibility = :visibility, version = :version, changed_at = now()
                where id = :id and version = :version - 1
                """)
                .param("id", row.id())
                .param("title", row.title())
                .param("tags", row.tags().toArray(String[]::new))
                .param("visibility", row.isPublic() ? "PUBLIC" : "HIDDEN")
                .param("version", row.version())
                .update();
    }

    void insertVersion(UUID problem, int number, UUID author, ProblemContent content) {
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

    private static Row row(ResultSet row, int number) throws SQLException {
        Array tags = row.getArray("tags");
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("slug"),
                row.getObject("owner_id", UUID.class),
                row.getString("title"),
                row.getObject("difficulty", Integer.class),
                Arrays.asList((String[]) tags.getArray()),
                row.getString("visibility").equals("PUBLIC"),
                row.getInt("version"),
                row.getLong("solved_by"));
    }
}
