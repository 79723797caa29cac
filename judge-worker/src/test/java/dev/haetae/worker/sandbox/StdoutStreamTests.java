package dev.haetae.worker.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class StdoutStreamTests {

    private static final Answer REPORT = new Answer(Answer.Kind.REPORT, ByteBuffer.allocate(0));

    @Test
    void joinsFramesUntilOneThatIsNoOutput() throws Exception {
        StdoutStream stream = of(stdout("ab"), stdout("c"), REPORT);

        assertThat(stream.readAllBytes()).isEqualTo("abc".getBytes(UTF_8));
        assertThat(stream.read()).isEqualTo(-1);
        assertThat(stream.finish()).isSameAs(REPORT);
    }

    @Test
    void endsWithAFrameOfNothingWithoutWaitingForTheReport() throws Exception {
        StdoutStream stream = of(stdout("ab"), stdout(""));

        assertThat(stream.readAllBytes()).isEqualTo("ab".getBytes(UTF_8));
        assertThat(stream.read()).isEqualTo(-1);
    }

    @Test
    void findsTheReportBehindTheEnd() {
        assertThat(of(stdout(""), REPORT).peek()).isSameAs(REPORT);
        assertThat(of(stdout("ab"), stdout(""), REPORT).finish()).isSameAs(REPORT);
    }

    @Test
    void passesOverWhatWasNotRead() {
        StdoutStream stream = of(stdout("ab"), stdout("c"), REPORT);

        assertThat(stream.read()).isEqualTo('a');
        assertThat(stream.finish()).isSameAs(REPORT);
    }

    private static StdoutStream of(Answer... answers) {
        Iterator<Answer> next = List.of(answers).iterator();
        return new StdoutStream(next::next, next::next);
    }

    private static Answer stdout(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return new Answer(
                Answer.Kind.STDOUT,
                ByteBuffer.allocate(6 + bytes.length)
                        .putShort(Tag.BYTES.number())
                        .putInt(bytes.length)
                        .put(bytes)
                        .flip());
    }
}
