package dev.haetae.worker.compile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.haetae.common.Limits;
import dev.haetae.common.SourceFile;
import dev.haetae.common.language.Language;
import dev.haetae.common.language.Languages;
import dev.haetae.worker.sandbox.BoxName;
import dev.haetae.worker.sandbox.Ending;
import dev.haetae.worker.sandbox.Killed;
import dev.haetae.worker.sandbox.RunLimits;
import dev.haetae.worker.sandbox.RunReport;
import dev.haetae.worker.sandbox.RunSpec;
import dev.haetae.worker.sandbox.Sandbox;
import dev.haetae.worker.sandbox.Stdin;
import dev.haetae.worker.testing.Slots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sources below {@code hostile/}, by the real compilers that are there; after each an honest one compiles and runs. */
class HostileSourcesIT {

    private static final long MIB = 1 << 20;
    private static final Limits LIMITS = limits(4_000);
    private static final Limits AMPLE =
            limits(60_000); // of a source that has to compile, on a slow and busy machine too
    private static final Language C = language("c");
    private static final SourceFile HONEST = file("main.c", "int main(void) { return 7; }");

    @TempDir
    private static Path directory;

    private static Sandbox sandbox;

    @BeforeAll
    static void startASlot() {
        sandbox = Slots.start(directory, "hostile-sources");
    }

    @AfterEach
    void leavesASlotThatWorks() {
        assertThat(run(C, HONEST).ending()).isEqualTo(new Ending.Exited(7));
    }

    @AfterAll
    static void endTheSlot() {
        sandbox.close();
    }

    @ParameterizedTest
    @MethodSource("sources")
    void areCompiledOrRejectedAsTheySay(HostileSource source) {
        Language language = language(source.language());
        assumeTrue(Files.isExecutable(tool(language)));

        CompileResult result = compile(language, source.compiles() ? AMPLE : LIMITS, source.file());

        assertThat(result)
                .as(source.toString())
                .isInstanceOf(source.compiles() ? CompileResult.Compiled.class : CompileResult.Rejected.class);
        assertThat(output(result)).as(source.toString()).matches(source.output());
    }

    @Test
    void doNotTakeThePlaceOfWhatIsBuilt() {
        SourceFile program = file(CommandLine.OUTPUT_NAME, "#!/bin/sh\nexit 1\n");

        assertThat(run(C, HONEST, program).ending()).isEqualTo(new Ending.Exited(7));
    }

    @Test
    void harmThemselvesByPuttingAPipeInTheirOwnPlace() {
        SourceFile program = file("main.pl", "BEGIN { unlink 'main.pl'; system 'mkfifo main.pl' }");

        assertThat(run(language("perl"), program).killed()).isEqualTo(Killed.WALL);
    }

    @Test
    void harmThemselvesByPuttingALinkInTheirOwnPlace() {
        SourceFile program = file("main.pl", "BEGIN { unlink 'main.pl'; symlink '/dev/zero', 'main.pl' }");

        assertThat(run(language("perl"), program).ending()).isNotEqualTo(new Ending.Exited(0));
    }

    static List<HostileSource> sources() throws IOException {
        List<HostileSource> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/hostile"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                sources.add(HostileSource.of(file));
            }
        }
        return sources;
    }

    private static CompileResult compile(Language language, Limits limits, SourceFile... files) {
        return new Compiler().compile(new Source(BoxName.CONTESTANT, language, List.of(files), null, limits), sandbox);
    }

    private static Limits limits(int compileTimeMillis) {
        return new Limits(1_000, 64 * MIB, MIB, 128 << 10, compileTimeMillis, 384 * MIB);
    }

    private static RunReport run(Language language, SourceFile... files) {
        CompileResult.Compiled program = (CompileResult.Compiled) compile(language, AMPLE, files);
        sandbox.open(program.box());
        RunLimits limits = new RunLimits(Duration.ofSeconds(1), Duration.ofSeconds(2), 64 * MIB, MIB, 8, 0);
        return sandbox.run(
                new RunSpec(BoxName.CONTESTANT, program.argv(), program.environment(), new Stdin.Empty(), limits, 0),
                _ -> {});
    }

    private static String output(CompileResult result) {
        return switch (result) {
            case CompileResult.Compiled compiled -> compiled.output().strip();
            case CompileResult.Rejected(var output) -> output.strip();
        };
    }

    private static Path tool(Language language) {
        return Path.of(CommandLine.fixed(language.compile()).getFirst());
    }

    private static Language language(String id) {
        return Languages.all().find(id).orElseThrow();
    }

    private static SourceFile file(String name, String text) {
        return new SourceFile(name, text.getBytes(UTF_8));
    }
}
