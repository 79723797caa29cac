package dev.haetae.worker.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The programs of {@code native/tests} on the best back end and on none: a test for each line of {@code native/tests/drive}. */
class HostileProgramsIT {

    private static final Pattern LINE = Pattern.compile("(?m)^(?=(?:not )?ok - )");

    @TestFactory
    Stream<DynamicContainer> areContainedAndReported() throws IOException {
        return Stream.of(on("the best back end", ""), on("no back end", "none"));
    }

    private static DynamicContainer on(String name, String backend) throws IOException {
        Process make = TestRunner.make("OUT=../target/haetae-runner", "hostile", "BACKEND=" + backend);
        String output = new String(make.getInputStream().readAllBytes(), UTF_8);
        List<String> results = LINE.splitAsStream(output)
                .filter(part -> part.contains("ok - "))
                .toList();
        DynamicTest complete =
                dynamicTest("says all", () -> assertThat(output).contains("\n1.." + results.size() + "\n"));
        return dynamicContainer(
                name, Stream.concat(results.stream().map(HostileProgramsIT::asTest), Stream.of(complete)));
    }

    /** {@code ok - v1 cpu-endless}, {@code not ok - v1 cpu-endless} and why, or {@code ok - none cpu-endless # SKIP} and why. */
    private static DynamicTest asTest(String result) {
        String name = result.lines().findFirst().orElseThrow().replaceFirst("^(not )?ok - ", "");
        return dynamicTest(name, () -> {
            assumeFalse(name.contains(" # SKIP "), name);
            assertThat(result).startsWith("ok - ");
        });
    }
}
