package dev.haetae.worker.sandbox;

/**
 * A contestant's program and an interactor, joined by pipes: each one's standard output is the other's standard input.
 *
 * <p>The interactor ends with a code of its own when it accepts: the contestant's program is then waited for, under its limits. With any other ending the
 * contestant's program is killed. The interactor's own wall guard begins when the contestant's program has ended; until then only its CPU
 * limit holds, and waiting is not CPU time.
 *
 * @param contestant for the box {@link BoxName#CONTESTANT}, without standard input
 * @param jury for the box {@link BoxName#JURY}, without standard input
 * @param transcriptBytes how much of what they say to each other the report brings back, 5 bytes for each change of the speaker included; 0
 *     to 32 MiB
 * @param accepting the exit code by which the interactor accepts
 */
public record PairSpec(RunSpec contestant, RunSpec jury, int transcriptBytes, int accepting) {

    private static final int MOST_TRANSCRIPT_BYTES = 32 << 20;

    public PairSpec {
        requirePlace(contestant, BoxName.CONTESTANT);
        requirePlace(jury, BoxName.JURY);
        if (transcriptBytes < 0 || transcriptBytes > MOST_TRANSCRIPT_BYTES) {
            throw new IllegalArgumentException("transcriptBytes " + transcriptBytes);
        }
    }

    private static void requirePlace(RunSpec run, BoxName box) {
        if (run.box() != box || !run.stdin().equals(new Stdin.Empty())) {
            throw new IllegalArgumentException(
                    "A program of a pair in the box %s with %s instead of in %s with what the other one says"
                            .formatted(run.box(), run.stdin(), box));
        }
    }
}
