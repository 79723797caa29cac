package dev.haetae.api.run;

import static java.util.Objects.requireNonNull;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.haetae.api.account.CurrentUser;
import dev.haetae.api.judge.JudgeQueue;
import dev.haetae.api.judge.JudgingsReported;
import dev.haetae.api.judge.Urgency;
import dev.haetae.api.problem.JudgeableProblem;
import dev.haetae.api.problem.Problems;
import dev.haetae.api.submission.NewSubmission;
import dev.haetae.api.web.RefusedException;
import dev.haetae.api.web.RequestLimits;
import dev.haetae.common.CheckerSpec;
import dev.haetae.common.JudgeReport;
import dev.haetae.common.JudgeRequest;
import dev.haetae.common.JudgeTask.RunOnce;
import dev.haetae.common.JudgeTask.RunOnce.NamedTest;
import dev.haetae.common.Limits;
import dev.haetae.common.NamedFiles;
import dev.haetae.common.SourceFile;
import dev.haetae.common.TestCase;
import dev.haetae.common.language.Language;
import dev.haetae.common.language.Languages;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Takes runs, and hears how they end. */
@Service
class Runs {

    private static final int MOST_STDIN_BYTES = 1 << 20;
    private static final Duration TRY_AGAIN = Duration.ofSeconds(5);
    private static final String SAMPLES = "sample/";

    private final Problems problems;
    private final RunStore store;
    private final JudgeQueue queue;
    private final RequestLimits limits;
    private final Languages languages = Languages.all();

    Runs(Problems problems, RunStore store, JudgeQueue queue, RequestLimits limits) {
        this.problems = problems;
        this.store = store;
        this.queue = queue;
        this.limits = limits;
    }

    /**
     * Asks for a run, in the caller's transaction.
     *
     * @return its id
     * @throws RefusedException when a field breaks a rule, or the student has too many unfinished
     */
    UUID begin(NewRun body, CurrentUser user) {
        requireFewUnfinished(user);
        JudgeableProblem problem = body.problem() == null ? null : problems.judgeable(body.problem(), user);
        if (problem != null && problem.takesAnswers()) {
            throw RefusedException.invalid("problem", "takes answers: there is no program to run");
        }
        if (problem != null && problem.isChecked()) {
            throw RefusedException.conflict("The time limit of '" + problem.slug() + "' is still being measured.");
        }
        Map<String, Limits> byLanguage = problem == null ? problems.limitsWithoutProblem() : problem.limits();
        Language language = language(body.language(), byLanguage);
        Limits limits = requireNonNull(byLanguage.get(language.id()));
        List<SourceFile> files = body.program().sources(language);
        NewSubmission.requireWithin(limits, files);
        UUID id = UuidCreator.getTimeOrderedEpoch();
        store.insert(id, user.id(), language.id());
        List<SourceFile> compiled = problem == null ? files : problem.withIncluded(language.id(), files);
        TestCase sample = sample(body, problem);
        NamedTest test = sample == null || problem == null || isInputAlone(sample)
                ? null
                : new NamedTest(problem.tests(), sample.name());
        byte[] stdin = test == null ? stdin(body, sample) : new byte[0];
        RunOnce task = new RunOnce(language.id(), body.entryPoint(), compiled, limits, stdin, test, named(problem));
        queue.enqueue(new JudgeRequest(id, 1, task), Urgency.LIVE);
        return id;
    }

    /** The files that programs for the problem use, where they use some. */
    private @Nullable NamedFiles named(@Nullable JudgeableProblem problem) {
        return problem == null
                ? null
                : problems.testSet(problem.id(), problem.version())
                        .tests()
                        .getLast()
                        .howToRun()
                        .named();
    }

    /** Whether reading the test's input is all that running on it takes. */
    private static boolean isInputAlone(TestCase test) {
        return !(test.checker() instanceof CheckerSpec.Interactor) && test.invocation() == null;
    }

    private void requireFewUnfinished(CurrentUser user) {
        if (!user.isStaff() && store.lockAndCountUnfinished(user.id()) >= limits.unfinishedPerStudent()) {
            throw RefusedException.tooMany(limits.unfinishedPerStudent() + " runs of yours have not ended.", TRY_AGAIN);
        }
    }

    private Language language(@Nullable String id, Map<String, Limits> byLanguage) {
        if (id == null) {
            throw RefusedException.invalid("language", "must not be missing");
        }
        return languages
                .find(id)
                .filter(language -> byLanguage.containsKey(language.id()))
                .orElseThrow(() -> RefusedException.invalid(
                        "language", "must be one of " + String.join(", ", byLanguage.keySet())));
    }

    private byte[] stdin(NewRun body, @Nullable TestCase sample) {
        byte[] stdin = sample == null ? given(body.stdin()) : problems.bytes(sample.input(), MOST_STDIN_BYTES + 1);
        if (stdin.length > MOST_STDIN_BYTES) {
            throw RefusedException.invalid(
                    sample == null ? "stdin" : "sample", "must have at most " + MOST_STDIN_BYTES + " bytes");
        }
        return stdin;
    }

    private static byte[] given(@Nullable String stdin) {
        return stdin == null ? new byte[0] : stdin.getBytes(StandardCharsets.UTF_8);
    }

    private @Nullable TestCase sample(NewRun body, @Nullable JudgeableProblem problem) {
        boolean hasInput = body.stdin() != null && !body.stdin().isEmpty();
        if (body.sample() == null) {
            return problem == null || hasInput ? null : conversation(problem);
        }
        if (hasInput) {
            throw RefusedException.invalid("sample", "must not stand beside stdin");
        }
        if (problem == null) {
            throw RefusedException.invalid("sample", "needs a problem");
        }
        return tests(problem)
                .filter(test -> isNamed(test, body.sample()) && !test.looksAtFiles())
                .findFirst()
                .orElseThrow(() -> RefusedException.invalid("sample", "the problem has no such sample"));
    }

    /** The first sample of a problem whose programs have nobody to talk with on an input alone; else null. */
    private @Nullable TestCase conversation(JudgeableProblem problem) {
        return tests(problem)
                .filter(test -> test.name().startsWith(SAMPLES) && test.checker() instanceof CheckerSpec.Interactor)
                .findFirst()
                .orElse(null);
    }

    private Stream<TestCase> tests(JudgeableProblem problem) {
        return problems.testSet(problem.id(), problem.version()).tests().stream();
    }

    /** Readers see samples by the whole name, setters know the file's. */
    private static boolean isNamed(TestCase test, String sample) {
        return test.name().equals(sample.startsWith(SAMPLES) ? sample : SAMPLES + sample);
    }

    @EventListener
    void on(JudgingsReported event) {
        Map<UUID, JudgeReport> reports =
                event.reports().stream().collect(Collectors.toMap(JudgeReport::submissionId, Function.identity()));
        for (UUID run : store.among(reports.keySet())) {
            store.end(run, requireNonNull(reports.get(run)).result());
        }
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT5M")
    void purge() {
        store.purge();
    }
}
