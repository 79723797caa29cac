package dev.haetae.api.judge;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.haetae.api.database.Rows;
import dev.haetae.common.JudgeResult.FaultyPart;
import dev.haetae.common.JudgeResult.JudgeFailed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What could not be judged, and why: for operators to read and to send again. */
@Service
public class DeadLetters {

    private final JdbcClient jdbc;

    DeadLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One judging that failed, or one message that could not be read.
     *
     * @param id its own
     * @param submissionId whose, or null for a message that names none
     * @param attempt which try, or null likewise
     * @param faulty what to mend
     * @param cause a sentence
     * @param diedAt when
     * @param redrivenAt when it was sent again, or null
     */
    public record DeadLetter(
            UUID id,
            @Nullable UUID submissionId,
            @Nullable Integer attempt,
            FaultyPart faulty,
            String cause,
            Instant diedAt,
            @Nullable Instant redrivenAt) {}

    /** A judging has ended in JUDGE_ERROR; its request is kept. */
    void record(UUID submissionId, int attempt, JudgeFailed failed) {
        jdbc.sql("""
                insert into dead_letter (id, submission_id, attempt, faulty, cause, message)
                select :id, submission_id, attempt, :faulty, :cause, request from judging where submission_id = :submission
                """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("submission", submissionId)
                .param("faulty", failed.faulty().name())
                .param("cause", failed.cause())
                .update();
    }

    /** A message could not be read, so that nobody knows whose it was. */
    void recordUnreadable(String cause, byte[] message) {
        jdbc.sql("insert into dead_letter (id, faulty, cause, message) values (:id, 'QUEUE', :cause, :message)")
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("cause", cause)
                .param("message", message)
                .update();
    }

    /** The newest first, after the one named, or from the newest on where it is null. */
    public List<DeadLetter> page(@Nullable UUID after, int limit) {
        return Rows.list(
                jdbc.sql("""
                select id, submission_id, attempt, faulty, cause, died_at, redriven_at from dead_letter
                where :after::uuid is null or id < :after::uuid order by id desc limit :limit
                """).param("after", after).param("limit", limit).query(DeadLetter.class));
    }

    /** How many have not been sent again. */
    long open() {
        return jdbc.sql("select count(*) from dead_letter where redriven_at is null")
                .query(Long.class)
                .single();
    }

    /** One of them, locked until the transaction ends. */
    public Optional<DeadLetter> lock(UUID id) {
        return jdbc.sql("""
                select id, submission_id, attempt, faulty, cause, died_at, redriven_at from dead_letter
                where id = :id for update
                """).param("id", id).query(DeadLetter.class).optional();
    }

    /** The request that died, as it was published. */
    public byte[] message(UUID id) {
        return jdbc.sql("select message from dead_letter where id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
    }

    /** It has been sent again. */
    public void markRedriven(UUID id) {
        jdbc.sql("update dead_letter set redriven_at = now() where id = :id")
                .param("id", id)
                .update();
    }
}
