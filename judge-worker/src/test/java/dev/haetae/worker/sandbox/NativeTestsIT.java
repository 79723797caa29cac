package dev.haetae.worker.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The runner's own tests in C, plain and under the sanitizers, and what it needs of privileges. */
class NativeTestsIT {

    @ParameterizedTest
    @ValueSource(strings = {"test", "asan", "privileges"})
    void pass(String target) throws IOException, InterruptedException {
        Process make = TestRunner.make(target);

        String output = new String(make.getInputStream().readAllBytes(), UTF_8);

        assertThat(make.waitFor()).as(output).isZero();
    }
}
