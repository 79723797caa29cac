package dev.haetae.api.submission;

import static java.util.Objects.requireNonNull;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.haetae.api.account.CurrentUser;
import dev.haetae.api.judge.JudgeQueue;
import dev.haetae.api.judge.Urgency;
import dev.haetae.api.problem.JudgeableProblem;
import dev.haetae.api.problem.Problems;
import dev.haetae.api.submission.SubmissionStore.NewRow;
import dev.haetae.api.web.RefusedException;
import dev.haetae.api.web.RequestLimits;
import dev.haetae.common.JudgeRequest;
import dev.haetae.common.JudgeTask;
import dev.haetae.common.JudgeTask.JudgeAnswers;
import dev.haetae.common.Limits;
import dev.haetae.common.SourceFile;
import dev.haetae.common.language.Language;
import dev.haetae.common.language.Languages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes submissions, and takes them back. */
@Service
public class Submissions {

    private static final Duration TRY_AGAIN = Duration.ofSeconds(10);

    private final Problems problems;
    private final SubmissionStore store;
    private final JudgeQueue queue;
    private final RequestLimits limits;
    private final Languages languages = Languages.all();
    private final Clock clock;

    Submissions(Problems problems, SubmissionStore store, JudgeQueue queue, RequestLimits limits, Clock clock) {
        this.problems = problems;
        this.store = store;
        this.queue = queue;
        this.limits = limits;
        this.clock = clock;
    }

    /** Writes a submission and its request to judge, in the caller's transaction. */
    Submission submit(String slug, NewSubmission body, CurrentUser user) {
        return submit(problems.judgeable(slug, user), body, user, false);
    }

    /**
     * As {@link #submit}, but with a problem as it was last seen, so that only writes at the transaction's end are asked of the database.
     * Where the problem has changed since, these are refused; and what is refused may be outdated.
     */
    Submission submitAsSeen(JudgeableProblem seen, NewSubmission body, CurrentUser user) {
        return submit(seen, body, user, true);
    }

    private Submission submit(JudgeableProblem problem, NewSubmission body, CurrentUser user, boolean asSeen) {
        if (problem.takesAnswers()) {
            return submitAnswers(problem, body, user, asSeen);
        }
        Language language = language(problem, body);
        Limits limits = requireNonNull(problem.limits().get(language.id()));
        List<SourceFile> files = body.sources(language);
        NewSubmission.requireWithin(limits, files);

        Submission submission = newRow(problem, language.id(), user);
        Integer most = user.isStaff() ? null : this.limits.unfinishedPerStudent();
        write(new NewRow(submission, body.entryPoint(), files, problem.isChecked(), most, asSeen));
        if (!problem.isChecked()) {
            Written written = new Written(submission.id(), submission.attempt(), language.id(), body.entryPoint());
            queue.enqueue(written.request(problem, files), Urgency.LIVE);
        }
        return submission;
    }

    /** They wait for no time limit, as nothing runs. */
    private Submission submitAnswers(JudgeableProblem problem, NewSubmission body, CurrentUser user, boolean asSeen) {
        List<SourceFile> answers = body.answers(problem.answerTests());
        NewSubmission.requireWithin(problem.limitsOfAnswers(), answers);
        Submission submission = newRow(problem, null, user);
        Integer most = user.isStaff() ? null : limits.unfinishedPerStudent();
        write(new NewRow(submission, null, answers, false, most, asSeen));
        JudgeTask task = new JudgeAnswers(answers, problem.tests(), problem.scoring());
        queue.enqueue(new JudgeRequest(submission.id(), submission.attempt(), task), Urgency.LIVE);
        return submission;
    }

    private Language language(JudgeableProblem problem, NewSubmission body) {
        String id = body.language();
        if (id == null) {
            throw RefusedException.invalid("language", "must not be missing");
        }
        Language language = languages.find(id).orElse(null);
        if (language == null || !problem.limits().containsKey(id)) {
            throw RefusedException.invalid(
                    "language",
                    "must be one of " + String.join(", ", problem.limits().keySet()));
        }
        return language;
    }

    /** Writes it, unless a student has too many waiting. */
    private void write(NewRow row) {
        store.insert(row, () -> {
            throw RefusedException.tooMany(
                    row.mostUnfinished() + " submissions of yours wait for their verdicts.", TRY_AGAIN);
        });
    }

    private Submission newRow(JudgeableProblem problem, @Nullable String language, CurrentUser user) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return Submission.queued(UuidCreator.getTimeOrderedEpoch(), problem, user, language, now);
    }

    /**
     * Withdraws a submission that has no verdict yet.
     *
     * @throws RefusedException when it has one
     */
    @Transactional
    void cancel(UUID id) {
        if (!store.cancel(id)) {
            throw RefusedException.conflict("The submission has its verdict already.");
        }
        queue.withdraw(id);
    }

    /**
     * Judges a submission again that ended in JUDGE_ERROR, with the request that failed.
     *
     * @return its new attempt
     * @throws RefusedException when it did not end so
     */
    @Transactional
    public int judgeAgain(UUID id, JudgeTask task) {
        int attempt = store.reopen(id)
                .orElseThrow(() -> RefusedException.conflict("The submission's verdict is not JUDGE_ERROR."));
        queue.enqueue(new JudgeRequest(id, attempt, task), Urgency.LIVE);
        return attempt;
    }
}
