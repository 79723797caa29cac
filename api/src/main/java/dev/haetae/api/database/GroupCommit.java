package dev.haetae.api.database;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Commits what several callers write in one transaction, which costs the database little more than that of one of them. Who comes while
 * one is under way waits for the next; the first of those who wait then writes for all. When that fails by one of them, each is tried in
 * a transaction of its own.
 */
@Component
class GroupCommit {

    private static final int MOST = 64;

    private final WriteBatches batches;
    private final TransactionTemplate transactions;
    private final Queue<Call> waiting = new ArrayDeque<>();
    private boolean underWay;

    GroupCommit(WriteBatches batches, TransactionTemplate transactions) {
        this.batches = batches;
        this.transactions = transactions;
    }

    /** Returns when they are committed, and throws what hindered it. */
    void commit(Writes writes) {
        Call mine = new Call(writes);
        if (isFirst(mine) || mine.leads.join()) {
            lead();
        }
        mine.end();
    }

    private synchronized boolean isFirst(Call call) {
        waiting.add(call);
        boolean first = !underWay;
        underWay = true;
        return first;
    }

    private void lead() {
        List<Call> calls = takeWaiting();
        try {
            commit(calls);
        } finally {
            passOn();
            calls.forEach(call -> call.leads.complete(false));
        }
    }

    private synchronized List<Call> takeWaiting() {
        List<Call> taken = new ArrayList<>();
        while (taken.size() < MOST && !waiting.isEmpty()) {
            taken.add(waiting.remove());
        }
        return taken;
    }

    private synchronized void passOn() {
        Call next = waiting.peek();
        underWay = next != null;
        if (next != null) {
            next.leads.complete(true);
        }
    }

    private void commit(List<Call> calls) {
        try {
            Writes all = Writes.of(calls.stream().map(call -> call.writes).toList());
            transactions.executeWithoutResult(_status -> batches.send(all));
        } catch (RuntimeException | Error failure) {
            if (calls.size() == 1 || isOfAll(failure)) {
                calls.forEach(call -> call.failure = failure);
            } else {
                calls.forEach(call -> commit(List.of(call)));
            }
        }
    }

    private static boolean isOfAll(Throwable failure) {
        return failure instanceof Error
                || failure instanceof TransactionException
                || failure instanceof TransientDataAccessResourceException
                || failure instanceof NonTransientDataAccessResourceException;
    }

    /** One caller's writes. */
    private static final class Call {

        private final Writes writes;
        /** Whether the caller is to write for all who wait now: else his writes have ended. */
        private final CompletableFuture<Boolean> leads = new CompletableFuture<>();

        private @Nullable Throwable failure;

        Call(Writes writes) {
            this.writes = writes;
        }

        void end() {
            switch (failure) {
                case null -> {}
                case Error error -> throw error;
                case RuntimeException exception -> throw exception;
                default -> throw new IllegalStateException(failure);
            }
        }
    }
}
