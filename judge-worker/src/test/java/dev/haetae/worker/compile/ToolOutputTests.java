package dev.haetae.worker.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ToolOutputTests {

    private static final int MOST_BYTES = 64 << 10;

    private final ToolOutput output = new ToolOutput();

    @Test
    void showsStandardOutputBeforeStandardErrorBehindOurOwnSentence() throws Exception {
        output.read(new ByteArrayInputStream(bytes("one\n")));
        output.add(bytes("two\n"));

        assertThat(output.text("")).isEqualTo("one\ntwo\n");
        assertThat(output.text("Too slow.")).isEqualTo("Too slow.\none\ntwo\n");
    }

    @Test
    void replacesWhatIsNoText() {
        output.add(new byte[] {'a', 0, (byte) 0xFF, 'b'});

        assertThat(output.text("")).isEqualTo("a\uFFFD\uFFFDb");
    }

    @Test
    void keepsExactlyTheMost() {
        output.add(bytes("x".repeat(MOST_BYTES)));

        assertThat(output.text("")).isEqualTo("x".repeat(MOST_BYTES));
    }

    @Test
    void saysWhereItWasCut() {
        output.add(bytes("x".repeat(MOST_BYTES + 1)));

        assertThat(output.text("")).endsWith("x\n[cut here: the compiler wrote more than 64 KiB]");
        assertThat(bytes(output.text(""))).hasSize(MOST_BYTES);
    }

    @Test
    void staysWithinTheMostWhenReplacingMakesItLonger() {
        byte[] binary = new byte[MOST_BYTES];
        Arrays.fill(binary, (byte) 0xFF);
        output.add(binary);

        assertThat(bytes(output.text(""))).hasSizeLessThanOrEqualTo(MOST_BYTES);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
