package dev.haetae.worker.checker;

import dev.haetae.common.CheckerSpec;
import dev.haetae.common.Head;
import dev.haetae.worker.sandbox.OutputReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Judges the output of one run by the default validator while it is written, keeping no more of it than its head. */
public final class Check implements OutputReader {

    /** How much of an output a report shows. */
    public static final int HEAD_BYTES = 2 << 10;

    private final CheckerSpec.DefaultValidator flags;
    private final Path answer;
    private @Nullable Comparison comparison;
    private Head output = Head.EMPTY;

    /**
     * A check that has read nothing yet.
     *
     * @param answer file with the judges' answer
     */
    public Check(CheckerSpec.DefaultValidator flags, Path answer) {
        this.flags = flags;
        this.answer = answer;
    }

    @Override
    public void read(InputStream stdout) throws IOException {
        HeadedInputStream headed = new HeadedInputStream(stdout, HEAD_BYTES);
        comparison = compare(headed);
        headed.transferTo(java.io.OutputStream.nullOutputStream());
        output = headed.head();
    }

    /** What the comparison showed, once the run has ended. */
    public Comparison comparison() {
        if (comparison == null) {
            throw new IllegalStateException("The run has not ended");
        }
        return comparison;
    }

    /** The beginning of the output, once the run has ended. */
    public Head output() {
        return output;
    }

    private Comparison compare(InputStream output) throws IOException {
        try (InputStream judgeAnswer = Files.newInputStream(answer)) {
            return DefaultValidator.compare(judgeAnswer, output, flags);
        }
    }
}
