package dev.haetae.api.problem;

import dev.haetae.api.database.Rows;
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

/** Reads problems for those who solve and judge them: rows with their counters, by SQL; archived
 * problems are not there. {@link ProblemRepository} is for editing. */
@Repository
class ProblemStore {

    private final JdbcClient jdbc;

    ProblemStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A problem as it is listed and judged. */
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
                select p.*, (p.visibility = 'PUBLIC' and coalesce(p.embargo_until <= now(), true)) as is_public, coalesce(c.solved_by, 0) as solved_by
                from problem p left join problem_counter c on c.problem_id = p.id where p.slug = :slug
                  and p.archived_at is null
                """).param("slug", slug).query(ProblemStore::row).optional();
    }

    /** The version of a problem, archived ones too; 0 when there is none. */
    int version(String slug) {
        return jdbc.sql("select version from problem where slug = :slug")
                .param("slug", slug)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Also an archived one. */
    Optional<Row> find(UUID id) {
        return jdbc.sql(
                        "select p.*, (p.visibility = 'PUBLIC' and coalesce(p.embargo_until <= now(), true)) as is_public, 0 as solved_by from problem p where p.id = :id")
                .param("id", id)
                .query(ProblemStore::row)
                .optional();
    }

    /**
     * Those whose slug lies behind {@code after}, in order; hidden ones only of {@code owner}, or all for administrators. Where students are not
     * told the verdict, only these learn how many have solved it, too.
     */
    List<Row> page(ListFilter filter, @Nullable String after, int limit) {
        return Rows.list(jdbc.sql("""
                        select p.*, (p.visibility = 'PUBLIC' and coalesce(p.embargo_until <= now(), true)) as is_public,
                               case when not (:all or coalesce(p.owner_id = :owner::uuid, false))
                                     and (select v.content #>> '{settings,feedbackPolicy}' from problem_version v
                                          where v.problem_id = p.id and v.number = p.version) = 'NONE'
                                    then 0 else coalesce(c.solved_by, 0) end as solved_by
                        from problem p left join problem_counter c on c.problem_id = p.id
                        where p.archived_at is null
                          and ((p.visibility = 'PUBLIC' and coalesce(p.embargo_until <= now(), true)) or :all or p.owner_id = :owner::uuid)
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

    private static Row row(ResultSet row, int number) throws SQLException {
        Array tags = row.getArray("tags");
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("slug"),
                row.getObject("owner_id", UUID.class),
                row.getString("title"),
                row.getObject("difficulty", Integer.class),
                Arrays.asList((String[]) tags.getArray()),
                row.getBoolean("is_public"),
                row.getInt("version"),
                row.getLong("solved_by"));
    }
}
