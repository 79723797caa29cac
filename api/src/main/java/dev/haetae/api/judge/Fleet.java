package dev.haetae.api.judge;

import dev.haetae.common.WorkerStatus;
import dev.haetae.common.WorkerStatus.Language;
import dev.haetae.common.WorkerStatus.State;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The workers that this node has heard lately. */
@Service
public class Fleet {

    private final Map<String, Heard> workers = new ConcurrentHashMap<>();
    private final JudgeSettings settings;
    private final Clock clock;

    Fleet(JudgeSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    private record Heard(WorkerStatus status, Instant at) {}

    void heard(WorkerStatus status) {
        workers.put(status.worker(), new Heard(status, clock.instant()));
    }

    /** The languages that workers offer now: id to the compiler's version, of one of those workers. */
    public Map<String, String> languages() {
        Instant deadline = clock.instant().minus(settings.lease());
        workers.values().removeIf(worker -> worker.at().isBefore(deadline));
        return workers.values().stream()
                .map(Heard::status)
                .filter(status -> status.state() == State.READY)
                .flatMap(status -> status.languages().stream())
                .collect(Collectors.toMap(Language::id, Language::version, (one, other) -> one));
    }
}
