package dev.haetae.api.judge;

import dev.haetae.api.judge.JudgeLedger.Waiting;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** What operators see of judgings that wait: read regularly from the ledger, the same on every node; NaN when that cannot be. */
@Component
class QueueMetrics {

    private static final Logger log = LoggerFactory.getLogger(QueueMetrics.class);

    private final JudgeLedger ledger;
    private final DeadLetters deadLetters;
    private volatile @Nullable Figures figures;

    QueueMetrics(JudgeLedger ledger, DeadLetters deadLetters, MeterRegistry registry) {
        this.ledger = ledger;
        this.deadLetters = deadLetters;
        for (Urgency urgency : Urgency.values()) {
            gauge(registry, "haetae.queue.waiting", urgency, Waiting::count);
            gauge(registry, "haetae.queue.unpublished", urgency, Waiting::unpublished);
            gauge(registry, "haetae.queue.age.seconds", urgency, Waiting::oldestSeconds);
        }
        Gauge.builder("haetae.dead.letters.open", () -> read(known -> (double) known.openDeadLetters()))
                .register(registry);
    }

    private record Figures(Map<Urgency, Waiting> waiting, long openDeadLetters) {}

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void refresh() {
        try {
            Map<Urgency, Waiting> waiting =
                    ledger.waiting().stream().collect(Collectors.toMap(Waiting::urgency, Function.identity()));
            figures = new Figures(waiting, deadLetters.open());
        } catch (DataAccessException | TransactionException e) {
            figures = null;
            log.debug("the queue's figures cannot be read", e);
        }
    }

    private void gauge(MeterRegistry registry, String name, Urgency urgency, ToDoubleFunction<Waiting> figure) {
        Gauge.builder(
                        name,
                        () -> read(known -> {
                            Waiting waiting = known.waiting().get(urgency);
                            return waiting == null ? 0 : figure.applyAsDouble(waiting);
                        }))
                .tag("urgency", urgency.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }

    private double read(ToDoubleFunction<Figures> figure) {
        Figures known = figures;
        return known == null ? Double.NaN : figure.applyAsDouble(known);
    }
}
