package dev.haetae.api.judge;

import dev.haetae.api.judge.JudgeLedger.Finished;
import dev.haetae.common.JudgeReport;
import dev.haetae.common.JudgeResult.FaultyPart;
import dev.haetae.common.JudgeResult.JudgeFailed;
import dev.haetae.common.StageTimes;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * What operators see of judgings that have ended: the time in each stage, how many tries they took, what is dead. Each is counted by
 * the one node that ended it, after its commit.
 */
@Component
class JudgingMetrics {

    private static final Duration[] OVERHEAD_BOUNDS = IntStream.of(
                    250, 500, 1_000, 2_000, 5_000, 10_000, 25_000, 100_000)
            .mapToObj(micros -> Duration.ofNanos(micros * 1_000L))
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final StageTimers live;
    private final StageTimers bulk;
    private final Timer overhead;
    private final Counter reissued;

    JudgingMetrics(MeterRegistry registry) {
        this.registry = registry;
        live = StageTimers.of(registry, Urgency.LIVE);
        bulk = StageTimers.of(registry, Urgency.BULK);
        overhead = Timer.builder("haetae.sandbox.overhead")
                .description("What a run in the sandbox takes longer than its program: each judging's mean")
                .serviceLevelObjectives(OVERHEAD_BOUNDS)
                .register(registry);
        reissued = registry.counter("haetae.judgings.reissued");
        // From the beginning on, since a rate needs two values.
        for (FaultyPart part : FaultyPart.values()) {
            deadLetters(part);
        }
    }

    /** A judging has ended. */
    void ended(Finished judging, JudgeReport report) {
        StageTimers timers = switch (judging.urgency()) {
            case LIVE -> live;
            case BULK -> bulk;
        };
        StageTimes times = report.times();
        if (times == null) {
            timers.record(judging);
        } else {
            timers.record(judging, times);
            recordOverhead(times);
        }
        registry.counter("haetae.judgings", "tries", Integer.toString(judging.tries()))
                .increment();
        if (report.result() instanceof JudgeFailed failed) {
            died(failed.faulty());
        }
    }

    /** There is one more dead letter. */
    void died(FaultyPart faulty) {
        deadLetters(faulty).increment();
    }

    /** A judging was lost and begins anew. */
    void reissued() {
        reissued.increment();
    }

    private void recordOverhead(StageTimes times) {
        if (times.runs() > 0) {
            overhead.record(Duration.ofNanos(times.overheadMicros() * 1_000 / times.runs()));
        }
    }

    private Counter deadLetters(FaultyPart faulty) {
        return registry.counter("haetae.dead.letters", "faulty", faulty.name().toLowerCase(Locale.ROOT));
    }
}
