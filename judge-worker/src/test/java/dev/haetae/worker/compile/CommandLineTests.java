package dev.haetae.worker.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLineTests {

    @Test
    void compilesAllSourcesByOneCommand() {
        assertThat(CommandLine.compile(List.of("/cc", "-o", "{output}", "{sources}"), List.of("a.c", "b.c"), "a.c"))
                .containsExactly(List.of("/cc", "-o", "/work/.program", "a.c", "b.c"));
    }

    @Test
    void checksEachSourceByACommandOfItsOwn() {
        assertThat(CommandLine.compile(List.of("/check", "{source}"), List.of("a.js", "b.js"), "a.js"))
                .containsExactly(List.of("/check", "a.js"), List.of("/check", "b.js"));
    }

    @Test
    void runsWithTheProblemsMemory() {
        assertThat(CommandLine.run(List.of("{java.home}/bin/java", "-Xmx{memoryMiB}m", "{entry}"), "Main", 64 << 20))
                .containsExactly(System.getProperty("java.home") + "/bin/java", "-Xmx64m", "Main");
    }

    @Test
    void keepsWhatLooksLikeAPlaceholderInAFilesName() {
        assertThat(CommandLine.compile(List.of("/cc", "{sources}"), List.of("{output}.c"), ""))
                .containsExactly(List.of("/cc", "{output}.c"));
    }

    @Test
    void takesNoNameForAnOption() {
        assertThat(CommandLine.compile(List.of("/cc", "{sources}"), List.of("-x.c", "@y.c"), "-x.c"))
                .containsExactly(List.of("/cc", "./-x.c", "./@y.c"));
    }
}
