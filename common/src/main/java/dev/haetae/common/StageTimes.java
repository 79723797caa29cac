package dev.haetae.common;

/**
 * How long a worker took over the stages of one judging, for operators: nothing is judged by it.
 *
 * @param fetchMicros until its test data were on the worker's disk
 * @param compileMicros until everything was compiled, the jury's programs included
 * @param testMicros all tests together, with their checks
 * @param runs programs that ran in the sandbox, compilers included
 * @param overheadMicros what these runs took longer than the programs themselves: to start, to read and compare what they write, to report
 */
public record StageTimes(long fetchMicros, long compileMicros, long testMicros, int runs, long overheadMicros) {}
