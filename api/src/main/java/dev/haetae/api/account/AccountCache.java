package dev.haetae.api.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Who may call, by id: asked at every call, so the record is read once in some seconds for each user. A token says only who
 * somebody is, never what they may do, so that a change takes effect while tokens live on: at once on the node where it was
 * made, within {@link #FRESH} on the others.
 */
@Component
class AccountCache {

    private static final Duration FRESH = Duration.ofSeconds(3);
    private static final int MOST = 10_000;

    private final Map<UUID, Entry> entries = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;

    AccountCache(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The user, empty when there is none or the account is disabled. */
    Optional<CurrentUser> find(UUID id) {
        Entry entry = entries.get(id);
        if (entry != null && entry.isFresh()) {
            return entry.user();
        }
        Optional<CurrentUser> user = read(id);
        if (entries.size() >= MOST) {
            entries.values().removeIf(old -> !old.isFresh());
        }
        entries.put(id, new Entry(user, System.nanoTime()));
        return user;
    }

    private Optional<CurrentUser> read(UUID id) {
        return jdbc.sql("""
                select id, username, array(select role from account_role where account_id = id) as roles
                from account where id = :id and not disabled
                """).param("id", id).query(AccountCache::user).optional();
    }

    private static CurrentUser user(ResultSet row, int number) throws SQLException {
        String[] roles = (String[]) row.getArray("roles").getArray();
        return new CurrentUser(
                row.getObject("id", UUID.class),
                row.getString("username"),
                Arrays.stream(roles).map(Role::valueOf).collect(Collectors.toSet()));
    }

    /** Forgets the user when what is being changed is visible to others: before, the old state would come back. */
    void forgetAfterCommit(UUID id) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                entries.remove(id);
            }
        });
    }

    private record Entry(Optional<CurrentUser> user, long readAtNanos) {

        boolean isFresh() {
            return System.nanoTime() - readAtNanos < FRESH.toNanos();
        }
    }
}
