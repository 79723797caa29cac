package dev.haetae.api.judge;

import dev.haetae.api.judge.JudgeLedger.Finished;
import dev.haetae.common.StageTimes;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The time of judgings of one urgency, by stage.
 *
 * @param waiting until a worker said that it had begun
 * @param fetch until the worker had the test data
 * @param compile compilers, the jury's programs included
 * @param tests runs and checks
 * @param reporting the rest: requests and reports on their way, and the storing of the verdict
 * @param total from the request to the stored verdict, lost attempts included
 */
record StageTimers(Timer waiting, Timer fetch, Timer compile, Timer tests, Timer reporting, Timer total) {

    private static final Duration[] BOUNDS = IntStream.of(
                    5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000, 120_000, 300_000,
                    600_000, 1_200_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    static StageTimers of(MeterRegistry registry, Urgency urgency) {
        MeterProvider<Timer> stages = Timer.builder("haetae.judging.stage")
                .description("The time of judgings, by stage")
                .tag("urgency", urgency.name().toLowerCase(Locale.ROOT))
                .serviceLevelObjectives(BOUNDS)
                .withRegistry(registry);
        return new StageTimers(
                stages.withTag("stage", "waiting"),
                stages.withTag("stage", "fetch"),
                stages.withTag("stage", "compile"),
                stages.withTag("stage", "tests"),
                stages.withTag("stage", "reporting"),
                stages.withTag("stage", "total"));
    }

    /** A judging of which nobody knows what its worker did, or that never had one. */
    void record(Finished judging) {
        waiting.record(judging.waited());
        total.record(judging.total());
    }

    /** A judging of which its worker told. */
    void record(Finished judging, StageTimes times) {
        record(judging);
        Duration fetched = micros(times.fetchMicros());
        Duration compiled = micros(times.compileMicros());
        Duration tested = micros(times.testMicros());
        fetch.record(fetched);
        compile.record(compiled);
        tests.record(tested);
        Duration rest = judging.total()
                .minus(judging.waited())
                .minus(fetched)
                .minus(compiled)
                .minus(tested);
        // The clocks are two machines'.
        reporting.record(rest.isNegative() ? Duration.ZERO : rest);
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(micros * 1_000);
    }
}
