package dev.haetae.worker.compile;

import dev.haetae.common.Head;
import dev.haetae.worker.sandbox.OutputReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What compilers write, standard output before standard error, as text of a bounded length. */
final class ToolOutput implements OutputReader {

    /** One byte more than is shown, so that it is known whether there was more. */
    static final int HEAD_BYTES = (64 << 10) + 1;

    private static final String CUT = "\n[cut here: the compiler wrote more than 64 KiB]";

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    @Override
    public void read(InputStream stdout) throws IOException {
        kept.writeBytes(stdout.readNBytes(HEAD_BYTES - kept.size()));
    }

    void add(byte[] bytes) {
        kept.write(bytes, 0, Math.min(bytes.length, HEAD_BYTES - kept.size()));
    }

    /** At most 64 KiB of UTF-8 that begins with a sentence of our own, which may be empty. */
    String text(String note) {
        String said = Head.of(kept.toByteArray(), kept.size()).text();
        byte[] bytes =
                (note.isEmpty() || said.isEmpty() ? note + said : note + "\n" + said).getBytes(StandardCharsets.UTF_8);
        if (bytes.length < HEAD_BYTES) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        byte[] shown = Arrays.copyOf(bytes, HEAD_BYTES - 1 - CUT.length());
        return Head.of(shown, bytes.length).text() + CUT;
    }
}
