package dev.haetae.api.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import dev.haetae.api.ApiTest;
import dev.haetae.api.database.LastWrites.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes of several callers at the same time. */
@ApiTest
class LastWritesIT {

    private static final String INSERT = "insert into last_written (number) values (:number)";

    @Autowired
    private LastWrites lastWrites;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private final CountDownLatch firstMayEnd = new CountDownLatch(1);
    private final List<Integer> told = new ArrayList<>();

    @BeforeEach
    void makeATable() {
        jdbc.sql(
                        "create table if not exists last_written (number int primary key, transaction xid8 default pg_current_xact_id())")
                .update();
        jdbc.sql("delete from last_written").update();
    }

    @Test
    void areCommittedInOneTransactionWhereTheyWaitTogether() throws Exception {
        var first = start(1, this::awaitTheOthers);
        var second = waiting(2, _rows -> {});
        var third = waiting(3, _rows -> {});
        firstMayEnd.countDown();

        first.get();
        second.get();
        third.get();
        assertThat(transactionOf(2)).isEqualTo(transactionOf(3)).isNotEqualTo(transactionOf(1));
        assertThat(told).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void failWithoutThoseOfOthers() throws Exception {
        var first = start(1, this::awaitTheOthers);
        var again = waiting(1, _rows -> {});
        var refused = waiting(2, _rows -> {
            throw new IllegalStateException("refused");
        });
        var third = waiting(3, _rows -> {});
        firstMayEnd.countDown();

        first.get();
        third.get();
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(again::get)
                .withCauseInstanceOf(DuplicateKeyException.class);
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(refused::get)
                .havingCause()
                .withMessage("refused");
        assertThat(numbers()).containsExactly(1, 3);
        assertThat(told).containsExactlyInAnyOrder(1, 3);
    }

    @Test
    void belongToATransactionThatIsUnderWay() {
        assertThatIllegalStateException()
                .isThrownBy(() -> transaction.execute(_ -> {
                    write(1, _rows -> {});
                    throw new IllegalStateException("undone");
                }));
        transaction.executeWithoutResult(_ -> write(2, _rows -> {}));

        assertThat(numbers()).containsExactly(2);
    }

    /** The caller's thread is one of the platform's, whose state says when it waits. */
    private Thread begun(FutureTask<Boolean> caller) {
        return Thread.ofPlatform().daemon().start(caller);
    }

    private FutureTask<Boolean> start(int number, IntConsumer changed) throws InterruptedException {
        CountDownLatch leads = new CountDownLatch(1);
        FutureTask<Boolean> caller = caller(number, rows -> {
            leads.countDown();
            changed.accept(rows);
        });
        begun(caller);
        assertThat(leads.await(20, TimeUnit.SECONDS)).isTrue();
        return caller;
    }

    private FutureTask<Boolean> waiting(int number, IntConsumer changed) {
        FutureTask<Boolean> caller = caller(number, changed);
        Thread thread = begun(caller);
        await().until(() -> thread.getState() == Thread.State.WAITING);
        return caller;
    }

    private FutureTask<Boolean> caller(int number, IntConsumer changed) {
        return new FutureTask<>(() -> lastWrites.together(() -> {
            write(number, changed);
            return true;
        }));
    }

    private void write(int number, IntConsumer changed) {
        lastWrites.lock("number " + number);
        lastWrites.add(new Write(INSERT, new MapSqlParameterSource("number", number), changed));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                synchronized (told) {
                    told.add(number);
                }
            }
        });
    }

    private void awaitTheOthers(int rows) {
        try {
            assertThat(firstMayEnd.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String transactionOf(int number) {
        return jdbc.sql("select transaction::text from last_written where number = :number")
                .param("number", number)
                .query(String.class)
                .single();
    }

    private List<Integer> numbers() {
        return Rows.list(
                jdbc.sql("select number from last_written order by number").query(Integer.class));
    }
}
