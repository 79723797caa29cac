package dev.haetae.api.account;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Provides the first administrator before the API counts as ready; at later starts the file's password is set again. */
@Component
class FirstAdministrator implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Accounts accounts;
    private final SecuritySettings.Admin settings;

    FirstAdministrator(Accounts accounts, SecuritySettings settings) {
        this.accounts = accounts;
        this.settings = settings.admin();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Path file = settings.passwordFile();
        if (file == null) {
            log.info("haetae.admin.password-file is not set: accounts are left as they are");
            return;
        }
        accounts.provideAdministrator(settings.username(), SecuritySettings.secret(file));
    }
}
