package dev.haetae.api.judge;

import dev.haetae.common.BlobRef;
import dev.haetae.common.JudgeRequest;
import dev.haetae.common.JudgeTask.JudgeSubmission;
import dev.haetae.common.Limits;
import dev.haetae.common.Scoring;
import dev.haetae.common.SourceFile;
import dev.haetae.common.TestSetRef;
import java.util.List;
import java.util.UUID;

/** Requests of which it does not matter what they ask for. */
final class Requests {

    private Requests() {}

    /** The first attempt at a new submission, which is in no table. */
    static JudgeRequest aRequest() {
        JudgeSubmission task = new JudgeSubmission(
                "c",
                null,
                List.of(new SourceFile("main.c", new byte[] {'x'})),
                Limits.DEFAULT,
                new TestSetRef(new BlobRef("0".repeat(64), 2), 0),
                new Scoring.PassFail());
        return new JudgeRequest(UUID.randomUUID(), 1, task);
    }
}
