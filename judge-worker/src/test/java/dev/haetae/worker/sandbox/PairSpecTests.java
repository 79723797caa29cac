package dev.haetae.worker.sandbox;

import static dev.haetae.worker.sandbox.TestRunner.limits;
import static dev.haetae.worker.sandbox.TestRunner.program;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PairSpecTests {

    private static final RunSpec CONTESTANT = program("/bin/true");
    private static final RunSpec JURY =
            new RunSpec(BoxName.JURY, List.of("/bin/true"), Map.of(), new Stdin.Empty(), limits(), 0);

    @Test
    void hasEachProgramInItsBox() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PairSpec(JURY, CONTESTANT, 0, 42))
                .withMessageContaining("in the box JURY");
    }

    @Test
    void takesNoStandardInput() {
        RunSpec fed = program(limits(), new Stdin.Bytes(new byte[1]), "/bin/cat");

        assertThatIllegalArgumentException().isThrownBy(() -> new PairSpec(fed, JURY, 0, 42));
    }
}
