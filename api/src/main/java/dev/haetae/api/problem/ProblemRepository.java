package dev.haetae.api.problem;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The problems as they are edited. */
interface ProblemRepository extends Repository<Problem, UUID> {

    Problem saveAndFlush(Problem problem);

    Optional<Problem> findBySlug(String slug);

    /**
     * Those whose slug lies behind {@code after}, in order, archived ones too: all, or those of one owner.
     *
     * @param query a part of title or slug in any case; empty for any
     */
    @Query("""
            from Problem where (:all = true or ownerId = :owner) and slug > :after
              and (:query = '' or locate(lower(:query), lower(title)) > 0 or locate(lower(:query), slug) > 0)
            order by slug limit :limit
            """)
    List<Problem> findPage(boolean all, UUID owner, String query, String after, int limit);

    /** Deletes a problem that has no submissions; the database refuses it of others. */
    @Modifying
    @Query("delete from Problem where id = :id")
    void delete(UUID id);

    /** Locks it until the transaction ends: changes that do not name the version that they start from queue up. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("from Problem where slug = :slug")
    Optional<Problem> lock(String slug);
}
