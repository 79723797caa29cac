package dev.haetae.api.problem;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

/** The problems as they are edited. Its queries are SQL: to read Hibernate's own takes a tenth of each start. */
interface ProblemRepository extends Repository<Problem, UUID> {

    Problem saveAndFlush(Problem problem);

    @NativeQuery("select * from problem where slug = :slug")
    Optional<Problem> findBySlug(String slug);

    /**
     * Those whose slug lies behind {@code after}, in order, archived ones too: all, or those of one owner.
     *
     * @param query a part of title or slug in any case; empty for any
     */
    @NativeQuery("""
            select * from problem
            where (:all or owner_id = :owner) and slug > :after
              and (:query = '' or strpos(lower(title), lower(:query)) > 0 or strpos(slug, lower(:query)) > 0)
            order by slug limit :limit
            """)
    List<Problem> findPage(boolean all, UUID owner, String query, String after, int limit);

    /** Deletes a problem that has no submissions; the database refuses it of others. */
    @Modifying
    @NativeQuery("delete from problem where id = :id")
    void delete(UUID id);

    /** Locks it until the transaction ends. */
    @NativeQuery("select * from problem where slug = :slug for no key update")
    Optional<Problem> lock(String slug);
}
