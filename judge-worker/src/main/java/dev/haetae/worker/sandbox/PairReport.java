package dev.haetae.worker.sandbox;

/**
 * What two programs joined by pipes were like. The contestant's was {@link Killed#PARTNER} when the interactor ended first and did not
 * accept; the interactor never is.
 *
 * @param first whose main process ended first
 */
public record PairReport(RunReport contestant, RunReport jury, BoxName first, Transcript transcript) {}
