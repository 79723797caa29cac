package dev.haetae.api.judge;

import dev.haetae.common.WorkerStatus;
import dev.haetae.common.WorkerStatus.Cache;
import dev.haetae.common.WorkerStatus.State;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What operators see of workers, which nothing can reach from outside: it comes with their heartbeats. Every node hears all workers, so
 * a figure of the fleet is any one node's and never the sum of several.
 */
@Component
class FleetMetrics {

    private static final Cache NONE = new Cache(0, 0);

    private final MultiGauge workers;
    private final MultiGauge slots;
    private final MultiGauge busy;
    private final Counter hits;
    private final Counter misses;

    FleetMetrics(MeterRegistry registry) {
        workers = MultiGauge.builder("haetae.workers").register(registry);
        slots = MultiGauge.builder("haetae.worker.slots").register(registry);
        busy = MultiGauge.builder("haetae.worker.busy").register(registry);
        hits = registry.counter("haetae.testdata.cache", "result", "hit");
        misses = registry.counter("haetae.testdata.cache", "result", "miss");
        show(List.of());
    }

    /** These are the workers that were heard lately. */
    synchronized void show(Collection<WorkerStatus> fleet) {
        workers.register(
                Arrays.stream(State.values())
                        .<Row<?>>map(state -> Row.of(
                                Tags.of("state", state.name().toLowerCase(Locale.ROOT)),
                                fleet.stream()
                                        .filter(status -> status.state() == state)
                                        .count()))
                        .toList(),
                true);
        slots.register(rows(fleet, WorkerStatus::slots), true);
        busy.register(rows(fleet, status -> status.holding().size()), true);
    }

    /** What its cache did since it was heard before; all that it did, when it was not or has been started anew since. */
    void cached(@Nullable Cache before, @Nullable Cache now) {
        if (now == null) {
            return;
        }
        Cache known = before != null && before.hits() <= now.hits() && before.misses() <= now.misses() ? before : NONE;
        hits.increment(now.hits() - known.hits());
        misses.increment(now.misses() - known.misses());
    }

    private static Iterable<Row<?>> rows(Collection<WorkerStatus> fleet, ToDoubleFunction<WorkerStatus> figure) {
        Stream<Row<?>> rows =
                fleet.stream().map(status -> Row.of(Tags.of("worker", status.worker()), figure.applyAsDouble(status)));
        return rows.toList();
    }
}
