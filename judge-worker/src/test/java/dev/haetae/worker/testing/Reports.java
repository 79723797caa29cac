package dev.haetae.worker.testing;

import dev.haetae.worker.sandbox.Ending;
import dev.haetae.worker.sandbox.Killed;
import dev.haetae.worker.sandbox.RunReport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Words for what a run was like. */
public final class Reports {

    private Reports() {}

    /** A run that ended well, until something else is said of it. */
    public static Builder aRun() {
        return new Builder(new Ending.Exited(0), Killed.NONE, false, false, 0, "");
    }

    public record Builder(
            Ending ending,
            Killed killed,
            boolean outputOverLimit,
            boolean hasLeftovers,
            int processLimitHits,
            String stderr) {

        public Builder exited(int code) {
            return new Builder(
                    new Ending.Exited(code), killed, outputOverLimit, hasLeftovers, processLimitHits, stderr);
        }

        public Builder signalled(int signal) {
            return new Builder(
                    new Ending.Signalled(signal), killed, outputOverLimit, hasLeftovers, processLimitHits, stderr);
        }

        public Builder killed(Killed cause) {
            return new Builder(ending, cause, outputOverLimit, hasLeftovers, processLimitHits, stderr);
        }

        public Builder overOutput() {
            return new Builder(ending, killed, true, hasLeftovers, processLimitHits, stderr);
        }

        public Builder leftovers() {
            return new Builder(ending, killed, outputOverLimit, true, processLimitHits, stderr);
        }

        public Builder processLimitHits(int hits) {
            return new Builder(ending, killed, outputOverLimit, hasLeftovers, hits, stderr);
        }

        public Builder stderr(String text) {
            return new Builder(ending, killed, outputOverLimit, hasLeftovers, processLimitHits, text);
        }

        public RunReport build() {
            return new RunReport(
                    ending,
                    killed,
                    Duration.ofNanos(12_900_000),
                    Duration.ofMillis(15),
                    Duration.ZERO,
                    1_581_056,
                    killed == Killed.MEMORY ? 1 : 0,
                    processLimitHits,
                    64,
                    outputOverLimit,
                    hasLeftovers,
                    stderr.getBytes(StandardCharsets.UTF_8));
        }
    }
}
