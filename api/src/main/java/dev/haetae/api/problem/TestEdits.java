package dev.haetae.api.problem;

import dev.haetae.api.account.CurrentUser;
import dev.haetae.api.problem.statement.Sample;
import dev.haetae.api.web.FieldViolation;
import dev.haetae.api.web.RefusedException;
import dev.haetae.common.BlobRef;
import dev.haetae.common.TestCase;
import dev.haetae.common.TestSet;
import dev.haetae.common.packages.Finding;
import dev.haetae.common.packages.TestArchive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/** Changes a problem's tests: all by an archive, or one by one. Each change is a version. */
@Service
class TestEdits {

    private final ProblemChanges changes;
    private final TestSets testSets;
    private final SampleTexts sampleTexts;
    private final BlobStore blobs;
    private final EditableProblems problems;
    private final TransactionTemplate transaction;

    TestEdits(
            ProblemChanges changes,
            TestSets testSets,
            SampleTexts sampleTexts,
            BlobStore blobs,
            EditableProblems problems,
            TransactionTemplate transaction) {
        this.changes = changes;
        this.testSets = testSets;
        this.sampleTexts = sampleTexts;
        this.blobs = blobs;
        this.problems = problems;
        this.transaction = transaction;
    }

    /** Where somebody's change of a problem starts. */
    record Place(EditStart start, CurrentUser user) {}

    /** How many tests a problem has now, of which so many are samples, and what was ignored. */
    record Changed(String slug, int version, int tests, int samples, List<String> warnings) {}

    /** A test's content, to be kept before anything is locked. */
    record NewTest(String name, BlobRef input, BlobRef answer) {}

    /**
     * Replaces the samples, if the archive has samples, and the secret tests, if it has secret tests.
     *
     * @param zip stays the caller's
     * @throws RefusedException when the archive is refused, naming each file, or the problem cannot be changed
     */
    Changed replace(Place place, Path zip) throws IOException {
        problems.find(place.start().slug(), place.user());
        Path scratch = Files.createTempDirectory("haetae-tests");
        try {
            return switch (TestArchive.read(zip, scratch)) {
                case TestArchive.Result.Refused(var reasons) -> throw refusal(reasons);
                case TestArchive.Result.Read(var tests, var warnings) -> replace(place, kept(tests), warnings);
            };
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
        }
    }

    private static RefusedException refusal(List<Finding> reasons) {
        return RefusedException.invalid(reasons.stream()
                .map(reason -> new FieldViolation("testdata", reason.toString()))
                .toList());
    }

    private List<NewTest> kept(List<TestArchive.Files> tests) throws IOException {
        List<NewTest> kept = new ArrayList<>();
        for (TestArchive.Files test : tests) {
            try (InputStream input = test.input().open();
                    InputStream answer = test.answer().open()) {
                kept.add(new NewTest(test.name(), blobs.put(input), blobs.put(answer)));
            }
        }
        return kept;
    }

    private Changed replace(Place place, List<NewTest> tests, List<Finding> warnings) {
        boolean samples = tests.stream().anyMatch(test -> TestSets.isSample(test.name()));
        boolean secret = tests.stream().anyMatch(test -> !TestSets.isSample(test.name()));
        return change(
                place,
                before -> with(tests, before, old -> TestSets.isSample(old.name()) ? samples : secret),
                warnings);
    }

    /**
     * Adds a test, or replaces the one of its name.
     *
     * @throws RefusedException when the problem cannot be changed
     */
    Changed put(Place place, NewTest test) {
        return change(
                place, before -> with(List.of(test), before, old -> old.name().equals(test.name())), List.of());
    }

    /**
     * Takes a test away.
     *
     * @throws RefusedException when there is none of that name, or the problem cannot be changed
     */
    Changed remove(Place place, String name) {
        return change(place, before -> without(name, before), List.of());
    }

    private static void requireNotStatic(String name, List<TestCase> tests) {
        if (tests.stream().anyMatch(test -> test.looksAtFiles() && test.name().equals(name))) {
            throw RefusedException.conflict(
                    "The test " + name + " has no files: it is the package's static validation.");
        }
    }

    private static List<TestCase> without(String name, List<TestCase> tests) {
        requireNotStatic(name, tests);
        List<TestCase> left =
                tests.stream().filter(test -> !test.name().equals(name)).toList();
        if (left.size() == tests.size()) {
            throw RefusedException.notFound("The problem has no test " + name + ".");
        }
        return left;
    }

    /** The tests before, but for those that are replaced, and the new ones. */
    private static List<TestCase> with(List<NewTest> added, List<TestCase> before, Predicate<TestCase> isReplaced) {
        List<TestCase> tests = new ArrayList<>(before.stream()
                .filter(test -> test.looksAtFiles() || !isReplaced.test(test))
                .toList());
        CheckerMemory checkers = new CheckerMemory(before);
        for (NewTest test : added) {
            requireNotStatic(test.name(), before);
            String group = test.name().substring(0, test.name().lastIndexOf('/'));
            tests.add(checkers.test(test.name(), group, test.input(), test.answer()));
        }
        return tests;
    }

    private Changed change(Place place, UnaryOperator<List<TestCase>> edit, List<Finding> warnings) {
        return Objects.requireNonNull(transaction.execute(_status -> {
            Problem problem = changes.lock(place.start(), place.user());
            ProblemContent before = changes.content(problem);
            TestSet old = testSets.read(before.tests());
            List<TestCase> tests = edit.apply(old.tests());
            ScoredGroups.require(before.scoring(), tests);
            List<Sample> samples = sampleTexts.of(tests, before);
            TestSet set = new TestSet(tests, old.inputs(), old.grader(), old.outputsBeside(tests), old.model());
            ContentDraft draft = new ContentDraft(before).tests(testSets.keep(set), samples);
            int version = changes.write(problem, draft.content(), place.user().id());
            List<String> said = warnings.stream().map(Finding::toString).toList();
            return new Changed(problem.slug(), version, tests.size(), samples.size(), said);
        }));
    }
}
