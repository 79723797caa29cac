package dev.haetae.worker.queue;

import dev.haetae.common.JudgeRequest;
import dev.haetae.common.WorkerStatus;
import dev.haetae.common.WorkerStatus.Cache;
import dev.haetae.common.WorkerStatus.Held;
import dev.haetae.common.WorkerStatus.State;
import dev.haetae.worker.slot.Crew;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a worker says of itself: how it is, and which judgings it holds. Safe for all threads. */
final class WorkerState {

    private final String worker;
    private final String host;
    private final int slots;
    private final Supplier<Cache> cache;
    private final Set<Held> holding = ConcurrentHashMap.newKeySet();
    private volatile @Nullable State state;
    private volatile String fault = "";
    private volatile String sandbox = "";
    private volatile List<WorkerStatus.Language> languages = List.of();

    WorkerState(String worker, String host, int slots, Supplier<Cache> cache) {
        this.worker = worker;
        this.host = host;
        this.slots = slots;
        this.cache = cache;
    }

    void ready(Crew crew) {
        sandbox = crew.sandbox();
        languages = crew.languages().list().stream()
                .map(offered -> new WorkerStatus.Language(offered.language().id(), offered.version()))
                .toList();
        fault = "";
        state = State.READY;
    }

    void faulty(String cause) {
        languages = List.of();
        fault = cause;
        state = State.FAULTY;
    }

    void draining() {
        if (state == State.READY) {
            state = State.DRAINING;
        }
    }

    void begin(JudgeRequest request) {
        holding.add(new Held(request.submissionId(), request.attempt()));
    }

    void end(JudgeRequest request) {
        holding.remove(new Held(request.submissionId(), request.attempt()));
    }

    String worker() {
        return worker;
    }

    String sandbox() {
        return sandbox;
    }

    /** Empty as long as it is not known whether the worker can judge. */
    Optional<WorkerStatus> status() {
        State now = state;
        return now == null
                ? Optional.empty()
                : Optional.of(new WorkerStatus(
                        worker,
                        host,
                        version(),
                        now,
                        fault,
                        sandbox,
                        slots,
                        List.copyOf(holding),
                        languages,
                        cache.get()));
    }

    private static String version() {
        String version = WorkerState.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }
}
