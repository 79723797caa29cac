package dev.haetae.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** What each failure is answered with, where no call can provoke it at will. */
class ErrorTableTests {

    private final ErrorTable table = new ErrorTable();

    @Test
    void asksToComeBackWhenThereIsNoConnectionToBeHad() {
        var failure = new CannotCreateTransactionException(
                "no transaction", new SQLTransientConnectionException("timed out after 3000ms"));

        ErrorAnswer answer = table.answer(failure);

        assertThat(answer.body().status()).isEqualTo(503);
        assertThat(answer.headers().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("5");
    }

    @ParameterizedTest
    @CsvSource({"08006,503", "57P01,503", "57P03,503", "53300,503", "22021,400", "23503,409", "23505,500", "42601,500"})
    void tellsADatabaseThatIsAwayFromOneThatSaysNo(String state, int status) {
        var failure = new DataAccessResourceFailureException("failed", new SQLException("said the database", state));

        assertThat(table.answer(failure).body().status()).isEqualTo(status);
    }

    @Test
    void keepsOurOwnFaultsToItself() {
        ErrorAnswer answer = table.answer(new IllegalStateException("the secret is 42"));

        assertThat(answer.body().status()).isEqualTo(500);
        assertThat(answer.body().detail()).doesNotContain("42");
    }

    @Test
    void callsAnUploadOverItsLimitTooLarge() {
        assertThat(table.answer(new MaxUploadSizeExceededException(1)).body().status())
                .isEqualTo(413);
    }

    @Test
    void callsALostUpdateAConflict() {
        assertThat(table.answer(new OptimisticLockingFailureException("stale"))
                        .body()
                        .status())
                .isEqualTo(409);
    }

    @Test
    void roundsTheWaitUpToWholeSeconds() {
        ErrorAnswer answer = table.answer(RefusedException.tooMany("wait", Duration.ofMillis(1_001)));

        assertThat(answer.body().status()).isEqualTo(429);
        assertThat(answer.headers().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("2");
    }
}
