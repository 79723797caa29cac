package dev.haetae.api.account;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who may log in. */
@Entity
class Account {

    @Id
    private UUID id;

    private String username;

    private @Nullable String email;

    private String passwordHash;

    private boolean disabled;

    private Instant createdAt;

    @Version
    private @Nullable Integer version;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    Account(UUID id, String username, @Nullable String email, String passwordHash, Set<Role> roles, Instant createdAt) {
        this.id = id;
        this.username = username;
        this.email = email;
        this.passwordHash = passwordHash;
        this.roles = EnumSet.copyOf(roles);
        this.createdAt = createdAt;
    }

    UUID id() {
        return id;
    }

    String username() {
        return username;
    }

    @Nullable
    String email() {
        return email;
    }

    String passwordHash() {
        return passwordHash;
    }

    boolean isDisabled() {
        return disabled;
    }

    Set<Role> roles() {
        return Set.copyOf(roles);
    }

    Instant createdAt() {
        return createdAt;
    }

    void changePasswordHash(String hash) {
        this.passwordHash = hash;
    }

    void changeRoles(Set<Role> wanted) {
        if (!roles.equals(wanted)) {
            roles.clear();
            roles.addAll(wanted);
        }
    }

    void changeDisabled(boolean wanted) {
        this.disabled = wanted;
    }
}
