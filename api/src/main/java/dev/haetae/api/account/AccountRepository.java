package dev.haetae.api.account;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

/** The accounts in the database. Its queries are SQL: to read Hibernate's own takes a tenth of each start. */
interface AccountRepository extends Repository<Account, UUID> {

    Account saveAndFlush(Account account);

    Optional<Account> findById(UUID id);

    @NativeQuery("select * from account where lower(username) = lower(:username)")
    Optional<Account> findByUsername(String username);

    @NativeQuery("select id, username from account where id in (:ids)")
    List<Named> findNames(Collection<UUID> ids);

    @NativeQuery("select * from account where lower(username) > lower(:after) order by lower(username) limit :limit")
    List<Account> findPage(String after, int limit);

    /** An account's name. */
    interface Named {

        UUID getId();

        String getUsername();
    }
}
