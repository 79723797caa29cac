package dev.haetae.worker.judge;

import dev.haetae.common.Head;
import dev.haetae.worker.sandbox.BoxName;
import dev.haetae.worker.sandbox.Transcript;
import dev.haetae.worker.sandbox.Transcript.Said;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/**
 * Writes down what a jury's program and a contestant's said to each other, as the package formats do.
 *
 * <pre>
 *   &lt;what the jury's said
 *   &gt;what the contestant's said
 *   ---                          and in the next pass
 * </pre>
 */
final class Conversation {

    private static final byte[] NEXT_PASS = {'-', '-', '-', '\n'};

    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private boolean cut;

    private Conversation() {}

    /** The beginning of what was said in all passes; where that is not all, the whole is said to be a byte longer. */
    static Head of(List<Transcript> passes, int mostBytes) {
        Conversation conversation = new Conversation();
        for (int i = 0; i < passes.size(); i++) {
            if (i > 0) {
                conversation.text.writeBytes(NEXT_PASS);
            }
            conversation.add(passes.get(i));
        }
        return conversation.head(mostBytes);
    }

    private void add(Transcript pass) {
        pass.said().forEach(this::add);
        cut |= pass.cut();
    }

    private void add(Said said) {
        boolean lineBegins = true;
        for (byte b : said.bytes()) {
            if (lineBegins) {
                text.write(said.speaker() == BoxName.JURY ? '<' : '>');
            }
            text.write(b);
            lineBegins = b == '\n';
        }
        if (!lineBegins) {
            text.write('\n');
        }
    }

    private Head head(int mostBytes) {
        byte[] all = text.toByteArray();
        byte[] first = all.length <= mostBytes ? all : Arrays.copyOf(all, mostBytes);
        return Head.of(first, cut ? all.length + 1L : all.length);
    }
}
