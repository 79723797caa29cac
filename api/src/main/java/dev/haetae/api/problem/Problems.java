package dev.haetae.api.problem;

import dev.haetae.api.account.CurrentUser;
import dev.haetae.api.problem.ProblemStore.Row;
import dev.haetae.api.web.RefusedException;
import dev.haetae.common.BlobRef;
import dev.haetae.common.Head;
import dev.haetae.common.Limits;
import dev.haetae.common.TestCase;
import dev.haetae.common.TestSet;
import dev.haetae.common.TestSetRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
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
    private final DerivedLimits derivedLimits;
    private final RecentlyUsed<String, TestSet> sets = new RecentlyUsed<>(1_000);
    private final RecentlyUsed<VersionKey, ProblemContent> contents = new RecentlyUsed<>(1_000);

    /** Public ones, as somebody last submitted to them. */
    private final RecentlyUsed<String, Row> seen = new RecentlyUsed<>(1_000);

    Problems(
            ProblemStore store,
            ProblemVersions versions,
            ProblemCounters counters,
            TestSets testSets,
            BlobStore blobs,
            LanguageLimits limits,
            IncludedSources included,
            DerivedLimits derivedLimits) {
        this.store = store;
        this.versions = versions;
        this.counters = counters;
        this.testSets = testSets;
        this.blobs = blobs;
        this.limits = limits;
        this.included = included;
        this.derivedLimits = derivedLimits;
    }

    /** Names one immutable version. */
    private record VersionKey(UUID problem, int version) {}

    /**
     * The current version of a problem, for a new submission.
     *
     * @throws RefusedException when it is not there or not visible to the user, or is broken: what nothing is proved of is
     *     not accepted
     */
    public JudgeableProblem judgeable(String slug, CurrentUser user) {
        Row row = visible(slug, user);
        if (row.isPublic()) {
            seen.keep(slug, row);
        }
        return judgeable(row);
    }

    /** A public problem as it was last {@linkplain #judgeable judgeable}, which may have changed since, or be gone with its versions. */
    public Optional<JudgeableProblem> lastSeen(String slug) {
        return Optional.ofNullable(seen.kept(slug))
                .filter(row -> contents.kept(new VersionKey(row.id(), row.version())) != null)
                .map(this::judgeable);
    }

    private JudgeableProblem judgeable(Row row) {
        ProblemContent stated = content(row.id(), row.version());
        CurrentContent current = derivedLimits.apply(row.id(), stated);
        boolean isChecked = current.state() == ProblemState.CHECKING && derivedLimits.isAwaited(row.id(), stated);
        if (current.state() == ProblemState.CHECKING && !isChecked) {
            current = derivedLimits.apply(row.id(), stated);
        }
        if (current.state() == ProblemState.BROKEN) {
            throw RefusedException.conflict(
                    stated.isJudgeable()
                            ? "The problem '" + row.slug() + "' has no time limit: its author has to mend it."
                            : "The problem '" + row.slug() + "' has no tests yet.");
        }
        return judgeable(row, current.content(), isChecked);
    }

    /** The newest version of a problem, whoever may see it, when it can be judged. Belongs to the caller's transaction. */
    public Optional<JudgeableProblem> ready(UUID problem) {
        return store.find(problem).flatMap(row -> {
            // Not from what is kept: a version that is not committed yet may never be.
            CurrentContent current = derivedLimits.apply(problem, versions.content(problem, row.version()));
            return current.state() == ProblemState.READY
                    ? Optional.of(judgeable(row, current.content(), false))
                    : Optional.empty();
        });
    }

    /** The slug of a problem that is there. */
    String slug(UUID problem) {
        return store.find(problem).map(Row::slug).orElseThrow();
    }

    private JudgeableProblem judgeable(Row row, ProblemContent content, boolean isChecked) {
        return new JudgeableProblem(
                row.id(),
                row.slug(),
                row.version(),
                limits.of(content),
                content.tests(),
                content.scoring(),
                included.of(content),
                isChecked,
                answerTests(content));
    }

    /** The names of the tests of such a version that takes answers, else none. */
    Set<String> answerTests(ProblemContent content) {
        TestSet set = testSet(content);
        return set.takesAnswers() ? set.tests().stream().map(TestCase::name).collect(Collectors.toSet()) : Set.of();
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

    /** A version with what was found out about it. */
    CurrentContent current(UUID problem, int version) {
        return derivedLimits.apply(problem, content(problem, version));
    }

    /** A version as it was written. */
    ProblemContent content(UUID problem, int version) {
        return contents.get(new VersionKey(problem, version), key -> versions.content(key.problem(), key.version()));
    }

    /** The tests of a version, which need not be the current one. */
    public TestSet testSet(UUID problem, int version) {
        return testSet(content(problem, version));
    }

    private TestSet testSet(ProblemContent content) {
        TestSetRef tests = content.tests();
        return sets.get(tests.manifest().sha256(), _sha256 -> testSets.read(tests));
    }

    /** What a submission to a version is shown by, which need not be the current one. */
    public JudgedVersion judged(UUID problem, int version) {
        ProblemContent content = content(problem, version);
        return new JudgedVersion(
                testSet(problem, version), content.scoring(), content.settings().feedbackPolicy());
    }

    /** The first bytes of a test's file. */
    public Head head(BlobRef blob, int mostBytes) {
        return Head.of(bytes(blob, mostBytes), blob.sizeBytes());
    }

    /** The first bytes of a test's file, as they are. */
    public byte[] bytes(BlobRef blob, int mostBytes) {
        try (InputStream content = blob(blob).getInputStream()) {
            return content.readNBytes(mostBytes);
        } catch (IOException e) {
            throw new UncheckedIOException("the blob " + blob.sha256() + " cannot be read", e);
        }
    }

    /** The limits of a program that is judged on no problem, by language. */
    public Map<String, Limits> limitsWithoutProblem() {
        return limits.withoutProblem();
    }

    Resource blob(BlobRef blob) {
        return blobs.get(blob);
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
