package dev.haetae.worker.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.common.Head;
import dev.haetae.worker.sandbox.BoxName;
import dev.haetae.worker.sandbox.Transcript;
import dev.haetae.worker.sandbox.Transcript.Said;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationTests {

    @Test
    void saysBeforeEachLineWhoseItIs() {
        Head text = Conversation.of(List.of(said("5\n", "weigh\nnow", "=\n")), 100);

        assertThat(text.text()).isEqualTo("<5\n>weigh\n>now\n<=\n");
        assertThat(text.truncated()).isFalse();
    }

    @Test
    void dividesPasses() {
        assertThat(Conversation.of(List.of(said("1\n", "2\n"), said("2\n", "3\n")), 100)
                        .text())
                .isEqualTo("<1\n>2\n---\n<2\n>3\n");
    }

    @Test
    void saysWhenItIsOnlyTheBeginning() {
        assertThat(Conversation.of(List.of(said("12345\n")), 3)).isEqualTo(new Head("<12", 7, true));
        assertThat(Conversation.of(List.of(new Transcript(List.of(), true)), 3).truncated())
                .isTrue();
    }

    /** The jury first, then in turn. */
    private static Transcript said(String... words) {
        List<Said> said = new ArrayList<>();
        for (String each : words) {
            BoxName speaker = said.size() % 2 == 0 ? BoxName.JURY : BoxName.CONTESTANT;
            said.add(new Said(speaker, each.getBytes(StandardCharsets.UTF_8)));
        }
        return new Transcript(said, false);
    }
}
