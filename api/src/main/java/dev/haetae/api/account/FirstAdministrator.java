package dev.haetae.api.account;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Provides the first administrator before the API counts as ready; at later starts the file's password is set again. To find out whether it
 * still is the password takes as long as a login, and so is done beside the rest of the start.
 */
@Component
class FirstAdministrator implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Accounts accounts;
    private final Passwords passwords;
    private final JdbcClient jdbc;
    private final String username;
    private final @Nullable String password;
    private final FutureTask<@Nullable String> proven = new FutureTask<>(this::prove);

    FirstAdministrator(Accounts accounts, Passwords passwords, JdbcClient jdbc, SecuritySettings settings) {
        Path file = settings.admin().passwordFile();
        this.accounts = accounts;
        this.passwords = passwords;
        this.jdbc = jdbc;
        this.username = settings.admin().username();
        this.password = file == null ? null : SecuritySettings.secret(file);
        Thread.ofPlatform().daemon().name("first-administrator").start(proven);
    }

    @Override
    public void run(ApplicationArguments arguments) throws Exception {
        if (password == null) {
            log.info("haetae.admin.password-file is not set: accounts are left as they are");
            return;
        }
        accounts.provideAdministrator(username, password, proven.get());
    }

    /** The account's hash, if it is one of the password. */
    private @Nullable String prove() {
        if (password == null) {
            return null;
        }
        String hash = hash().orElse(null);
        return hash != null && passwords.matches(password, hash) ? hash : null;
    }

    private Optional<String> hash() {
        return jdbc.sql("select password_hash from account where lower(username) = lower(:username)")
                .param("username", username)
                .query(String.class)
                .optional();
    }
}
