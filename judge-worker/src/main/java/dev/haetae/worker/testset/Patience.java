package dev.haetae.worker.testset;

import java.time.Duration;

/**
 * How long a failing fetch is tried again. It outlasts a restart of the API, since waiting is not failing.
 *
 * @param first pause, doubled after each try
 * @param longest pause
 * @param whole from the first failure to the last try
 */
record Patience(Duration first, Duration longest, Duration whole) {

    static final Patience USUAL = new Patience(Duration.ofMillis(100), Duration.ofSeconds(5), Duration.ofMinutes(5));

    /** The pause after a failure, the first being number 0. */
    Duration pause(int failure) {
        Duration doubled = first.multipliedBy(1L << Math.min(failure, 20));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
