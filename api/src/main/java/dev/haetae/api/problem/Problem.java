package dev.haetae.api.problem;

import dev.haetae.api.account.CurrentUser;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/**
 * What people edit of a problem. Hibernate writes all columns of a row, so what judging counts stands in a table of its own;
 * and it counts the row's version, which is the number of the immutable version that goes with each change.
 */
@Entity
class Problem implements Persistable<UUID> {

    private static final int FIRST_VERSION = 1;

    @Id
    private UUID id;

    private String slug;

    private UUID ownerId;

    private String title;

    private @Nullable Integer difficulty;

    private List<String> tags;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    @Version
    private int version;

    private Instant createdAt;

    private Instant changedAt;

    private @Nullable Instant archivedAt;

    private @Nullable Instant embargoUntil;

    @Transient
    private boolean made;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    protected Problem() {}

    /** A hidden problem without a title, to be described. */
    Problem(UUID id, String slug, UUID ownerId, Instant createdAt) {
        this.id = id;
        this.slug = slug;
        this.ownerId = ownerId;
        this.title = "";
        this.tags = List.of();
        this.visibility = Visibility.HIDDEN;
        this.version = FIRST_VERSION;
        this.createdAt = createdAt.truncatedTo(ChronoUnit.MICROS);
        this.changedAt = this.createdAt;
        this.made = true;
    }

    @Override
    public UUID getId() {
        return id;
    }

    /** Whether it was made here and not read; an id alone does not tell, for ours are given before the row is there. */
    @Override
    public boolean isNew() {
        return made;
    }

    String slug() {
        return slug;
    }

    UUID ownerId() {
        return ownerId;
    }

    String title() {
        return title;
    }

    @Nullable
    Integer difficulty() {
        return difficulty;
    }

    List<String> tags() {
        return List.copyOf(tags);
    }

    Visibility visibility() {
        return visibility;
    }

    int version() {
        return version;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant changedAt() {
        return changedAt;
    }

    /** When it was put away for good, or null. */
    @Nullable
    Instant archivedAt() {
        return archivedAt;
    }

    /** Before when it is hidden though it is public, or null. */
    @Nullable
    Instant embargoUntil() {
        return embargoUntil;
    }

    /** Whether somebody who wants to edit it may know of it. */
    boolean isVisibleTo(CurrentUser user) {
        return mayBeEditedBy(user) || (visibility == Visibility.PUBLIC && archivedAt == null && embargoUntil == null);
    }

    boolean mayBeEditedBy(CurrentUser user) {
        return user.isAdmin() || (user.isStaff() && ownerId.equals(user.id()));
    }

    void describe(String newTitle, List<String> newTags) {
        this.title = newTitle;
        this.tags = List.copyOf(newTags);
    }

    void show(Visibility wanted) {
        this.visibility = wanted;
    }

    void embargo(@Nullable Instant until) {
        this.embargoUntil = until == null ? null : until.truncatedTo(ChronoUnit.MICROS);
    }

    void rate(@Nullable Integer newDifficulty) {
        this.difficulty = newDifficulty;
    }

    void giveTo(UUID newOwnerId) {
        this.ownerId = newOwnerId;
    }

    void archive(Instant now) {
        this.visibility = Visibility.HIDDEN;
        this.archivedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** Makes the row differ whatever else has changed, so that its version is counted on. */
    void touch(Instant now) {
        this.changedAt = now.truncatedTo(ChronoUnit.MICROS);
    }
}
