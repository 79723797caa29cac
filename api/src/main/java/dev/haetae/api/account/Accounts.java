package dev.haetae.api.account;

import static java.util.stream.Collectors.toMap;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.haetae.api.account.AccountRepository.Named;
import dev.haetae.api.web.Page;
import dev.haetae.api.web.Paging;
import dev.haetae.api.web.RefusedException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts. */
@Service
public class Accounts {

    private static final Pattern USERNAME = Pattern.compile(Username.PATTERN);

    private final AccountRepository repository;
    private final Passwords passwords;
    private final AccountCache cache;
    private final RefreshTokens refreshTokens;

    Accounts(@Lazy AccountRepository repository, Passwords passwords, AccountCache cache, RefreshTokens refreshTokens) {
        this.repository = repository;
        this.passwords = passwords;
        this.cache = cache;
        this.refreshTokens = refreshTokens;
    }

    /** The account of that name, whatever its case; empty also when no account can have the name. */
    public Optional<UUID> idOf(String username) {
        return find(username).map(Account::id);
    }

    /** The names of those accounts that exist. */
    public Map<UUID, String> usernames(Collection<UUID> ids) {
        return repository.findNames(ids).stream().collect(toMap(Named::getId, Named::getUsername));
    }

    Optional<Account> find(String username) {
        return USERNAME.matcher(username).matches() ? repository.findByUsername(username) : Optional.empty();
    }

    Account get(UUID id) {
        return repository.findById(id).orElseThrow(() -> RefusedException.notFound("There is no such user."));
    }

    Page<Account> page(Paging paging) {
        String after = paging.after();
        return Page.of(repository.findPage(after == null ? "" : after, paging.fetch()), paging, Account::username);
    }

    /**
     * Makes an account.
     *
     * @throws RefusedException when its name or address is taken: the database's unique indexes decide, so that of two at the
     *     same time one wins
     */
    Account create(String username, @Nullable String email, String password, Set<Role> roles) {
        Account account = new Account(
                UuidCreator.getTimeOrderedEpoch(), username, email, passwords.hash(password), roles, Instant.now());
        try {
            return repository.saveAndFlush(account);
        } catch (DataIntegrityViolationException e) {
            throw taken(e);
        }
    }

    /** Changes what is not null; who is disabled is out at once, and stays out until they log in again. */
    @Transactional
    Account change(String username, @Nullable Set<Role> roles, @Nullable Boolean disabled) {
        Account account = find(username).orElseThrow(() -> RefusedException.notFound("There is no such user."));
        if (roles != null) {
            account.changeRoles(roles);
        }
        if (disabled != null) {
            account.changeDisabled(disabled);
        }
        if (account.isDisabled()) {
            refreshTokens.revokeAll(account.id());
        }
        Account saved = repository.saveAndFlush(account);
        cache.forgetAfterCommit(account.id());
        return saved;
    }

    /**
     * Sees to it that this administrator exists and has this password.
     *
     * @param proven a hash of that password, so that an account that still has it need not be asked; null when none is known
     */
    @Transactional
    void provideAdministrator(String username, String password, @Nullable String proven) {
        Account account = find(username).orElse(null);
        if (account == null) {
            create(username, null, password, EnumSet.of(Role.ADMIN));
            return;
        }
        if (!account.passwordHash().equals(proven) && !passwords.matches(password, account.passwordHash())) {
            account.changePasswordHash(passwords.hash(password));
        }
        Set<Role> roles = EnumSet.copyOf(account.roles());
        roles.add(Role.ADMIN);
        account.changeRoles(roles);
        account.changeDisabled(false);
        repository.saveAndFlush(account);
    }

    private static RuntimeException taken(DataIntegrityViolationException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("account_username")) {
            return RefusedException.conflict("The username is taken.");
        }
        if (message.contains("account_email")) {
            return RefusedException.conflict("The e-mail address is taken.");
        }
        return e;
    }
}
