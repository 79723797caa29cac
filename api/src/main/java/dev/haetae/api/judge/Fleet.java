package dev.haetae.api.judge;

import dev.haetae.common.WorkerStatus;
import dev.haetae.common.WorkerStatus.Language;
import dev.haetae.common.WorkerStatus.State;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** The workers that this node has heard lately. */
@Service
public class Fleet {

    private final Map<String, Heard> workers = new ConcurrentHashMap<>();
    private final JudgeSettings settings;
    private final FleetMetrics metrics;
    private final Clock clock;

    Fleet(JudgeSettings settings, FleetMetrics metrics, Clock clock) {
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Also when there is nobody left to hear. */
    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void showToOperators() {
        metrics.show(heardLately());
    }

    private List<WorkerStatus> heardLately() {
        Instant deadline = clock.instant().minus(settings.lease());
        workers.values().removeIf(worker -> worker.at().isBefore(deadline));
        return workers.values().stream().map(Heard::status).toList();
    }

    private record Heard(WorkerStatus status, Instant at) {}

    void heard(WorkerStatus status) {
        Heard before = workers.put(status.worker(), new Heard(status, clock.instant()));
        metrics.cached(before == null ? null : before.status().cache(), status.cache());
        if (before == null) {
            showToOperators();
        }
    }

    /** The languages that workers offer now: id to the compiler's version, of one of those workers. */
    public Map<String, String> languages() {
        return heardLately().stream()
                .filter(status -> status.state() == State.READY)
                .flatMap(status -> status.languages().stream())
                .collect(Collectors.toMap(Language::id, Language::version, (one, other) -> one));
    }
}
