package dev.haetae.api.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.haetae.api.ApiTest;
import dev.haetae.api.web.RefusedException.Cause;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes that come twice. */
@ApiTest
class IdempotencyIT {

    private static final byte[] BODY = Sha256.of("body");

    @Autowired
    private Idempotency idempotency;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private final UUID user = UUID.randomUUID();
    private final AtomicInteger made = new AtomicInteger();
    private final Supplier<Answer> action = () -> {
        String number = Integer.toString(made.incrementAndGet());
        return new Answer(202, "/things/" + number, number.getBytes(StandardCharsets.UTF_8));
    };

    @BeforeEach
    void makeATable() {
        jdbc.sql("create table if not exists written (by_user uuid not null)").update();
    }

    @Test
    void givesTheFirstAnswerAgain() {
        Answer first = idempotency.once(user, "key", BODY, action);
        Answer second = idempotency.once(user, "key", BODY, action);

        assertThat(second).usingRecursiveComparison().isEqualTo(first);
    }

    @Test
    void undoesWhatASecondCallMade() {
        idempotency.once(user, "key", BODY, this::written);
        idempotency.once(user, "key", BODY, this::written);

        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void actsEachTimeWithoutAKey() {
        idempotency.once(user, null, BODY, action);
        idempotency.once(user, null, BODY, action);

        assertThat(made).hasValue(2);
    }

    @Test
    void keepsTheKeysOfUsersApart() {
        idempotency.once(user, "key", BODY, action);
        idempotency.once(UUID.randomUUID(), "key", BODY, action);

        assertThat(made).hasValue(2);
    }

    @Test
    void refusesTheKeyWithAnotherBody() {
        idempotency.once(user, "key", BODY, action);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> idempotency.once(user, "key", Sha256.of("other"), action))
                .matches(refusal -> refusal.reason() == Cause.INVALID);
    }

    /** The one that is overtaken is undone, and gives the other's answer. */
    @Test
    void keepsOnlyOneOfTwoCallsAtOnce() throws Exception {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var overtaken = threads.submit(() -> idempotency.once(user, "key", BODY, () -> {
                Answer undone = written();
                began.countDown();
                awaited(end);
                return undone;
            }));
            awaited(began);
            Answer kept = idempotency.once(user, "key", BODY, this::written);
            end.countDown();

            assertThat(overtaken.get()).usingRecursiveComparison().isEqualTo(kept);
        }
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void givesTheFirstAnswerToCallsTogether() throws Exception {
        List<Callable<Answer>> eight =
                Collections.nCopies(8, () -> idempotency.onceTogether(user, "key", BODY, action));

        Set<String> locations = new HashSet<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(eight)) {
                locations.add(answer.get().location());
            }
        }

        assertThat(locations).hasSize(1);
    }

    @Test
    void refusesTheKeyWhileAnotherCallStoresIt() throws Exception {
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var storing = threads.submit(() -> transaction.execute(_ -> {
                jdbc.sql("select pg_advisory_xact_lock(:lock)")
                        .param("lock", Idempotency.lockNumber(user, "key"))
                        .query()
                        .singleRow();
                locked.countDown();
                awaited(end);
                return true;
            }));
            awaited(locked);

            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> idempotency.once(user, "key", BODY, this::written))
                    .matches(refusal -> refusal.reason() == Cause.CONFLICT);

            end.countDown();
            storing.get();
        }
        assertThat(rows()).isZero();
    }

    @Test
    void givesTheFirstAnswerAgainWhereTheSecondCallIsRefused() {
        Answer first = idempotency.once(user, "key", BODY, action);

        Answer second = idempotency.once(user, "key", BODY, () -> {
            throw RefusedException.conflict("meanwhile it cannot be done");
        });

        assertThat(second).usingRecursiveComparison().isEqualTo(first);
    }

    @Test
    void forgetsTheKeyOfACallThatFailed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> idempotency.once(user, "key", BODY, () -> {
                    throw new IllegalStateException("it failed");
                }));

        idempotency.once(user, "key", BODY, action);

        assertThat(made).hasValue(1);
    }

    @Test
    void forgetsTheKeyAfterADay() {
        idempotency.once(user, "key", BODY, action);
        jdbc.sql("update idempotency_key set created_at = created_at - interval '25 hours' where user_id = :user")
                .param("user", user)
                .update();

        idempotency.once(user, "key", Sha256.of("other"), action);

        assertThat(made).hasValue(2);
    }

    @Test
    void purgesWhatIsOlderThanADay() {
        idempotency.once(user, "key", BODY, action);
        jdbc.sql("update idempotency_key set created_at = created_at - interval '25 hours' where user_id = :user")
                .param("user", user)
                .update();

        idempotency.purge();

        assertThat(jdbc.sql("select count(*) from idempotency_key where user_id = :user")
                        .param("user", user)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "한글", "line\nbreak"})
    void refusesAKeyThatIsNone(String key) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> idempotency.once(user, key, BODY, action))
                .matches(refusal -> refusal.reason() == Cause.INVALID);
    }

    /** An answer, and a row of its own in the caller's transaction. */
    private Answer written() {
        jdbc.sql("insert into written (by_user) values (:user)")
                .param("user", user)
                .update();
        return action.get();
    }

    private long rows() {
        return jdbc.sql("select count(*) from written where by_user = :user")
                .param("user", user)
                .query(Long.class)
                .single();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
