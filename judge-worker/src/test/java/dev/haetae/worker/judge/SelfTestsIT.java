package dev.haetae.worker.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.haetae.common.language.Language;
import dev.haetae.common.language.Languages;
import dev.haetae.common.language.SelfTest;
import dev.haetae.worker.compile.Compiler;
import dev.haetae.worker.compile.LanguageException;
import dev.haetae.worker.sandbox.Sandbox;
import dev.haetae.worker.testing.Slots;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each language of the table in the real sandbox: the default ones, and of the others those that are installed. */
class SelfTestsIT {

    private static final SelfTests SELF_TESTS = new SelfTests(new Compiler());

    @TempDir
    private static Path directory;

    private static Sandbox sandbox;

    @BeforeAll
    static void startASlot() {
        sandbox = Slots.start(directory, "self-tests-it");
    }

    @AfterAll
    static void endTheSlot() {
        sandbox.close();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void passesWithEachLanguage(Language language) {
        assumeTrue(language.byDefault() || isInstalled(language));

        OfferedLanguage offered = SELF_TESTS.prove(language, sandbox);

        assertThat(offered.version()).containsPattern("\\d");
    }

    @Test
    void failsWhenTheAnswerIsWrong() {
        Language c = Languages.all().find("c").orElseThrow();
        Language broken = with(c, new SelfTest("main.c", "int main(void) { return 0; }", "", "42"));

        assertThatExceptionOfType(LanguageException.class)
                .isThrownBy(() -> SELF_TESTS.prove(broken, sandbox))
                .withMessage("its self-test writes \"\"");
    }

    static List<Language> languages() {
        return Languages.all().list();
    }

    private static boolean isInstalled(Language language) {
        return Stream.of(language.version(), language.compile(), language.run())
                .map(List::getFirst)
                .filter(program -> program.startsWith("/"))
                .allMatch(program -> Files.isExecutable(Path.of(program)));
    }

    private static Language with(Language language, SelfTest selfTest) {
        return new Language(
                language.id(),
                language.name(),
                language.packages(),
                language.byDefault(),
                language.extensions(),
                language.entry(),
                language.version(),
                language.compile(),
                language.compileCommand(),
                language.run(),
                language.runCommand(),
                language.timeFactor(),
                language.memoryFactor(),
                language.memoryOverheadBytes(),
                language.processes(),
                language.environment(),
                language.mounts(),
                selfTest);
    }
}
