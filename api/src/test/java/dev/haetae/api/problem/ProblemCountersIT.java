package dev.haetae.api.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.haetae.api.ApiTest;
import dev.haetae.api.account.Accounts;
import dev.haetae.api.testing.TestProblem;
import dev.haetae.api.testing.TestUser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** Counting verdicts. */
@ApiTest
class ProblemCountersIT {

    @Autowired
    private RestTestClient anonymous;

    @Autowired
    private Problems problems;

    @Autowired
    private ProblemStore store;

    @Autowired
    private Accounts accounts;

    @Autowired
    private TransactionTemplate transaction;

    private String slug;
    private UUID problem;
    private UUID kim;
    private UUID lee;

    @BeforeEach
    void make() {
        slug = TestProblem.aProblem().importedBy(TestUser.admin(anonymous).http());
        problem = store.find(slug).orElseThrow().id();
        kim = accounts.idOf(TestUser.student(anonymous).username()).orElseThrow();
        lee = accounts.idOf(TestUser.student(anonymous).username()).orElseThrow();
    }

    @Test
    void countsEachSolverOnceHoweverOftenTheySolve() {
        record(accepted(kim), accepted(kim), rejected(lee));
        record(accepted(kim), accepted(lee));

        assertThat(solvedBy()).isEqualTo(2);
    }

    @Test
    void countsNobodyWhoDidNotSolveIt() {
        record(rejected(kim), rejected(lee));

        assertThat(solvedBy()).isZero();
    }

    @Test
    void countsNothingOfATransactionThatIsRolledBack() {
        transaction.executeWithoutResult(status -> {
            problems.recordJudged(List.of(accepted(kim)));
            status.setRollbackOnly();
        });

        assertThat(solvedBy()).isZero();
    }

    @Test
    void countsOnlyInsideTheCallersTransaction() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> problems.recordJudged(List.of(accepted(kim))));
    }

    @Test
    void losesNothingWhenManyCountAtATimeInAnyOrder() throws Exception {
        UUID other = store.find(TestProblem.aProblem()
                        .importedBy(TestUser.admin(anonymous).http()))
                .orElseThrow()
                .id();
        List<JudgedCount> batch = new ArrayList<>(List.of(accepted(kim), new JudgedCount(other, kim, true)));
        List<Callable<Void>> calls = new ArrayList<>();
        for (int call = 0; call < 20; call++) {
            Collections.reverse(batch);
            List<JudgedCount> mine = List.copyOf(batch);
            calls.add(() -> {
                transaction.executeWithoutResult(status -> problems.recordJudged(mine));
                return null;
            });
        }

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var call : threads.invokeAll(calls)) {
                call.get();
            }
        }

        assertThat(solvedBy()).isEqualTo(1);
    }

    private void record(JudgedCount... counts) {
        transaction.executeWithoutResult(status -> problems.recordJudged(List.of(counts)));
    }

    private JudgedCount accepted(UUID user) {
        return new JudgedCount(problem, user, true);
    }

    private JudgedCount rejected(UUID user) {
        return new JudgedCount(problem, user, false);
    }

    private long solvedBy() {
        return store.find(slug).orElseThrow().solvedBy();
    }
}
