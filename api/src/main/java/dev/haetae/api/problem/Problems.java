package dev.haetae.api.problem;

import dev.haetae.api.account.CurrentUser;
import dev.haetae.api.problem.ProblemStore.Row;
import dev.haetae.api.web.RefusedException;
import dev.haetae.common.BlobRef;
import dev.haetae.common.Head;
import dev.haetae.common.Limits;
import dev.haetae.common.TestSet;
import dev.haetae.common.TestSetRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What other parts have to know of problems, and tell them. */
@Service
public class Problems {

    private final ProblemStore store;
    private final ProblemVersions versions;
    private final ProblemCounters counters;
    private final TestSets testSets;
    private final BlobStore blobs;
    private final LanguageLimits limits;
    private final IncludedSources included;
    private final RecentlyUsed<String, TestSet> sets = new RecentlyUsed<>(1_000);
    private final RecentlyUsed<VersionKey, ProblemContent> contents = new RecentlyUsed<>(1_000);

    Problems(
            ProblemStore store,
            ProblemVersions versions,
            ProblemCounters counters,
            TestSets testSets,
            BlobStore blobs,
            LanguageLimits limits,
            IncludedSources included) {
        this.store = store;
        this.versions = versions;
        this.counters = counters;
        this.testSets = testSets;
        this.blobs = blobs;
        this.limits = limits;
        this.included = included;
    }

    /** Names one immutable version. */
    private record VersionKey(UUID problem, int version) {}

    /**
     * The current version of a problem, for a new submission.
     *
     * @throws RefusedException when it is not there or not visible to the user, or has no tests: what nothing is proved of is
     *     not accepted
     */
    public JudgeableProblem judgeable(String slug, CurrentUser user) {
        Row row = visible(slug, user);
        ProblemContent content = content(row.id(), row.version());
        if (!content.isJudgeable()) {
            throw RefusedException.conflict("The problem '" + slug + "' has no tests yet.");
        }
        return new JudgeableProblem(
                row.id(), row.slug(), row.version(), limits.of(content), content.tests(), included.of(content));
    }

    Row visible(String slug, @Nullable CurrentUser user) {
        return store.find(slug)
                .filter(row -> row.isPublic() || mayEdit(row, user))
                .orElseThrow(() -> RefusedException.notFound("There is no problem '" + slug + "' that you may see."));
    }

    static boolean mayEdit(Row row, @Nullable CurrentUser user) {
        return user != null
                && (user.isAdmin() || (user.isStaff() && row.ownerId().equals(user.id())));
    }

    ProblemContent content(UUID problem, int version) {
        return contents.get(new VersionKey(problem, version), key -> versions.content(key.problem(), key.version()));
    }

    /** The tests of a version, which need not be the current one. */
    public TestSet testSet(UUID problem, int version) {
        TestSetRef tests = content(problem, version).tests();
        return sets.get(tests.manifest().sha256(), _sha256 -> testSets.read(tests));
    }

    /** The first bytes of a test's file. */
    public Head head(BlobRef blob, int mostBytes) {
        return Head.of(bytes(blob, mostBytes), blob.sizeBytes());
    }

    /** The first bytes of a test's file, as they are. */
    public byte[] bytes(BlobRef blob, int mostBytes) {
        try (InputStream content = Files.newInputStream(file(blob))) {
            return content.readNBytes(mostBytes);
        } catch (IOException e) {
            throw new UncheckedIOException("the blob " + blob.sha256() + " cannot be read", e);
        }
    }

    /** The limits of a program that is judged on no problem, by language. */
    public Map<String, Limits> limitsWithoutProblem() {
        return limits.withoutProblem();
    }

    Path file(BlobRef blob) {
        return blobs.file(blob);
    }

    /**
     * Counts verdicts, in the caller's transaction: each once, when it is stored. The counters of these problems stay locked until
     * the transaction ends.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordJudged(Collection<JudgedCount> counts) {
        counters.add(counts);
    }
}
