package dev.haetae.api.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.api.judge.JudgeLedger.Unpublished;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;

class CommittedRequestsTests {

    private static final Duration LONG = Duration.ofHours(1);

    private final CommittedRequests requests = new CommittedRequests();

    @Test
    void givesWhatWasCommittedInThatOrder() throws InterruptedException {
        Unpublished first = request(10);
        Unpublished second = request(10);
        commit(first, second);

        assertThat(requests.take(0, 100, LONG)).containsExactly(first, second);
        assertThat(requests.take(0, 100, LONG)).isEmpty();
    }

    @Test
    void keepsNothingOfATransactionThatRollsBack() throws InterruptedException {
        TransactionSynchronizationManager.initSynchronization();
        requests.addAfterCommit(request(10));
        TransactionSynchronizationManager.clear();

        assertThat(requests.take(0, 100, LONG)).isEmpty();
    }

    @Test
    void leavesMoreThanWasAskedForToTheNext() throws InterruptedException {
        Unpublished first = request(10);
        Unpublished second = request(10);
        commit(first, second);

        assertThat(requests.take(0, 1, LONG)).containsExactly(first);
        assertThat(requests.take(0, 1, LONG)).containsExactly(second);
    }

    @Test
    void dropsWhatIsTooOldAndWhatHasNoRoom() throws InterruptedException {
        commit(request(10 << 20), request(10 << 20));
        assertThat(requests.take(0, 100, Duration.ZERO)).isEmpty();

        Unpublished third = request(10 << 20);
        commit(third, request(10 << 20));
        assertThat(requests.take(0, 100, LONG)).containsExactly(third);
    }

    private void commit(Unpublished... committed) {
        TransactionSynchronizationManager.initSynchronization();
        List.of(committed).forEach(requests::addAfterCommit);
        TransactionSynchronizationUtils.triggerAfterCommit();
        TransactionSynchronizationManager.clear();
    }

    private static Unpublished request(int bytes) {
        return new Unpublished(UUID.randomUUID(), 1, Urgency.LIVE, new byte[bytes], null);
    }
}
