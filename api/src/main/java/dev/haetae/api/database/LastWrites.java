package dev.haetae.api.database;

import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes that nothing in their transaction reads: they are sent together just before its commit, each a statement of its own that sees
 * what was committed before it began. What fails then fails the transaction.
 */
@Component
public class LastWrites {

    private final WriteBatches batches;
    private final GroupCommit group;
    private final TransactionTemplate without;

    LastWrites(WriteBatches batches, GroupCommit group, PlatformTransactionManager transactions) {
        this.batches = batches;
        this.group = group;
        this.without = new TransactionTemplate(transactions);
        this.without.setPropagationBehavior(TransactionDefinition.PROPAGATION_SUPPORTS);
    }

    /**
     * One statement.
     *
     * @param sql that changes rows, with named parameters
     * @param changed is told the number of rows that it changed, or -2 where the driver sent several inserts of values as one, and may
     *     throw to undo the transaction; again when it is tried again
     */
    public record Write(String sql, SqlParameterSource parameters, IntConsumer changed) {}

    /**
     * Runs what adds writes and asks the database for nothing else, and then commits the writes: in one transaction with those of others
     * who do so at the same time, where none of them fails.
     */
    public <T> T together(Supplier<T> action) {
        return without.execute(_status -> action.get());
    }

    /**
     * Adds a write to the end of the transaction under way. Of several, those of one text are sent together, in the order of the first of
     * each text.
     *
     * @throws IllegalStateException when there is none
     */
    public void add(Write write) {
        pending().writes.add(write);
    }

    /**
     * Has the writes wait until no other transaction holds the lock of this name, and hold it.
     *
     * @throws IllegalStateException when there is no transaction
     */
    public void lock(String name) {
        pending().writes.lock(name);
    }

    private Pending pending() {
        for (TransactionSynchronization other : TransactionSynchronizationManager.getSynchronizations()) {
            if (other instanceof Pending mine) {
                return mine;
            }
        }
        Pending created = new Pending();
        TransactionSynchronizationManager.registerSynchronization(created);
        return created;
    }

    /** What one transaction still has to write. */
    private final class Pending implements TransactionSynchronization {

        private final Writes writes = new Writes();

        @Override
        public void beforeCommit(boolean readOnly) {
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                batches.send(writes);
            } else {
                group.commit(writes);
            }
        }
    }
}
