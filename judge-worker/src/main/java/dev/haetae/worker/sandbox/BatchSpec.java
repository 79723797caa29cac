package dev.haetae.worker.sandbox;

import java.nio.file.Path;
import java.util.List;

/**
 * One program on one input after the other, with no wait in between for whoever judges what came out.
 *
 * @param program without standard input
 * @param inputs regular files of the host, each under the rules of {@link Stdin.HostFile}; their paths may have 64 KiB in all, a byte more for
 *     each
 * @param stopsAtFailure whether the first run that is killed, ends otherwise than with 0 or exceeds its output limit is the last
 */
public record BatchSpec(RunSpec program, List<Path> inputs, boolean stopsAtFailure) {

    public BatchSpec {
        inputs = List.copyOf(inputs);
        if (inputs.isEmpty() || !program.stdin().equals(new Stdin.Empty())) {
            throw new IllegalArgumentException(
                    "A batch has inputs, and its program none of its own: %s, %s".formatted(inputs, program.stdin()));
        }
    }
}
