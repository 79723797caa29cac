package dev.haetae.worker.sandbox;

import java.util.Optional;

/**
 * One slot: a core, or more, with two boxes, in each of which one program at a time runs contained and measured.
 *
 * <p>For one thread, but for {@link #cancel()}. Every method throws {@link SandboxException} when the sandbox itself is at fault; what a
 * program does wrong is in its {@link RunReport}.
 */
public interface Sandbox extends AutoCloseable {

    /** Makes a box anew: whatever it held is gone, but for its work files where {@link BoxSpec#keepsWork()}. */
    void open(BoxSpec box);

    /**
     * Runs one program in an open box to its end. {@code output} reads the program's standard output on the caller's thread while the
     * program runs; a slow reader never slows the program, and what the reader leaves unread is drained.
     */
    RunReport run(RunSpec run, OutputReader output);

    /**
     * Runs one program in an open box on several inputs, as {@link #run} would one after the other, but without waiting for the reader in
     * between: it reads of one run while the next one is on.
     */
    void runBatch(BatchSpec batch, BatchReader reader);

    /**
     * Runs two programs joined by pipes, a contestant's and an interactor, each in its open box, to the end of both. Nobody dies of SIGPIPE.
     * The end of the jury's output reaches the contestant's program at once; the end of the contestant's output reaches the jury's program when
     * the contestant's has exited.
     */
    PairReport runPair(PairSpec pair);

    /**
     * Reads a regular file of the box's work directory, following no link: empty when there is no such file, when it is something other than a regular
     * file, or when it is larger than {@code maxBytes}.
     */
    Optional<byte[]> fetch(BoxName box, String name, int maxBytes);

    /** Kills the program that is running, or both of a pair, if any is; the report says {@link Killed#CANCEL}. Any thread may call this. */
    void cancel();

    /** Ends the slot with all that runs in it. */
    @Override
    void close();
}
