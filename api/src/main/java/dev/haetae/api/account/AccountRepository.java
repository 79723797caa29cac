package dev.haetae.api.account;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The accounts in the database. */
interface AccountRepository extends Repository<Account, UUID> {

    Account saveAndFlush(Account account);

    Optional<Account> findById(UUID id);

    @Query("from Account where lower(username) = lower(:username)")
    Optional<Account> findByUsername(String username);

    @Query("select id as id, username as username from Account where id in :ids")
    List<Named> findNames(Collection<UUID> ids);

    @Query("from Account where lower(username) > lower(:after) order by lower(username) limit :limit")
    List<Account> findPage(String after, int limit);

    /** An account's name. */
    interface Named {

        UUID getId();

        String getUsername();
    }
}
