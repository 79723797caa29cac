package dev.haetae.worker.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.common.verification.DerivedLimit;
import dev.haetae.common.verification.TimeMargins;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTests {

    private static final DerivedLimit UNKNOWN = new DerivedLimit.Unknown(List.of("slow.c \033[2J is accepted"));

    @Test
    void coloursOnATerminal() {
        assertThat(new Table(true).limit(UNKNOWN))
                .containsExactly("\033[31mno time limit can be derived:\033[0m", "  slow.c ?[2J is accepted");
        assertThat(new Table(true).foot(List.of(), TimeMargins.DEFAULT))
                .containsExactly("\033[32mall as expected\033[0m");
    }

    @Test
    void coloursNothingElsewhere() {
        assertThat(new Table(false).limit(UNKNOWN))
                .containsExactly("no time limit can be derived:", "  slow.c ?[2J is accepted");
    }
}
