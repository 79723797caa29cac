package dev.haetae.api.submission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.common.JudgeProgress.Compiling;
import dev.haetae.common.JudgeProgress.Running;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventIdTests {

    @Test
    void ordersASubmissionsLife() {
        assertThat(Stream.of(
                        EventId.queued(1),
                        EventId.of(1, new Compiling()),
                        EventId.of(1, new Running(9)),
                        EventId.test(1, 1),
                        EventId.test(1, 9),
                        EventId.verdict(1),
                        EventId.queued(2)))
                .isSorted();
    }

    @Test
    void readsWhatItWrites() {
        EventId id = EventId.test(3, 12);

        assertThat(EventId.parse(id.toString())).contains(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1-", "-1", "1-2-3", "a-b", "1-9999999999", " 1-1"})
    void isNotMadeOfAnythingElse(String text) {
        assertThat(EventId.parse(text)).isEmpty();
    }
}
