package dev.haetae.api.judge;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long we wait for workers.
 *
 * @param lease how long after its last sign of life a worker is still believed to judge what it held
 * @param sweep the sweeper's rhythm
 */
@ConfigurationProperties("haetae")
record JudgeSettings(
        @DefaultValue("30s") Duration lease, @DefaultValue Sweep sweep) {

    /**
     * The sweeper's rhythm.
     *
     * @param period between two sweeps
     * @param overtaken a request is believed lost when a later one started longer ago than this
     * @param tries how often a submission is issued before it is given up
     */
    record Sweep(
            @DefaultValue("15s") Duration period,
            @DefaultValue("5m") Duration overtaken,
            @DefaultValue("3") int tries) {}
}
