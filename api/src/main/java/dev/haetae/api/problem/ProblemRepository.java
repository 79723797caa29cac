package dev.haetae.api.problem;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The problems as they are edited. */
interface ProblemRepository extends Repository<Problem, UUID> {

    Problem saveAndFlush(Problem problem);

    /** Locks it until the transaction ends: changes that do not name the version that they start from queue up. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("from Problem where slug = :slug")
    Optional<Problem> lock(String slug);
}
