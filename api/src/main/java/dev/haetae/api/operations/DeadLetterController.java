package dev.haetae.api.operations;

import dev.haetae.api.judge.DeadLetters;
import dev.haetae.api.judge.DeadLetters.DeadLetter;
import dev.haetae.api.submission.Submissions;
import dev.haetae.api.web.Page;
import dev.haetae.api.web.Paging;
import dev.haetae.api.web.RefusedException;
import dev.haetae.common.JudgeRequest;
import dev.haetae.common.Wire;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What could not be judged, and its way back into the queue. */
@RestController
@RequestMapping("/api/v1/admin/dead-letters")
class DeadLetterController {

    private final DeadLetters deadLetters;
    private final Submissions submissions;

    DeadLetterController(DeadLetters deadLetters, Submissions submissions) {
        this.deadLetters = deadLetters;
        this.submissions = submissions;
    }

    @GetMapping
    Page<DeadLetter> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        Paging paging = Paging.of(limit, after);
        List<DeadLetter> rows = deadLetters.page(paging.afterId(), paging.fetch());
        return Page.of(rows, paging, letter -> letter.id().toString());
    }

    /** The judging that a dead letter was sent back into. */
    record Redriven(UUID submission, int attempt) {}

    @PostMapping("/{id}/redrive")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Transactional
    Redriven redrive(@PathVariable UUID id) {
        DeadLetter letter = deadLetters
                .lock(id)
                .orElseThrow(() -> RefusedException.notFound("There is no dead letter " + id + "."));
        UUID submission = letter.submissionId();
        if (submission == null) {
            throw RefusedException.conflict("This message could not be read, so that there is nothing to judge again.");
        }
        JudgeRequest request = Wire.read(deadLetters.message(id), JudgeRequest.class);
        int attempt = submissions.judgeAgain(submission, request.task());
        deadLetters.markRedriven(id);
        return new Redriven(submission, attempt);
    }
}
