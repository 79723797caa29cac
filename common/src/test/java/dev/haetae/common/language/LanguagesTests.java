package dev.haetae.common.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LanguagesTests {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

    @Test
    void offersSixLanguagesByDefault() {
        Languages offered = Languages.all().byDefault();

        assertThat(offered.list())
                .extracting(Language::id)
                .containsExactly("c", "cpp", "java", "python3", "pypy3", "javascript");
    }

    @Test
    void picksTheConfiguredOnes() {
        Languages configured = Languages.all().configured(List.of("java", "c", "java"));

        assertThat(configured.list()).extracting(Language::id).containsExactly("java", "c");
    }

    @Test
    void namesAConfiguredLanguageThatIsUnknown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Languages.all().configured(List.of("c", "cobol")))
                .withMessageStartingWith("There is no language cobol");
    }

    @Test
    void namesAnUnknownKey() {
        String yaml = cEntry().replaceFirst("(?m)^  mounts:", "  speed: 3\n  mounts:");

        assertThatIllegalArgumentException().isThrownBy(() -> read(yaml)).withMessageContaining("speed");
    }

    @Test
    void namesAMissingKey() {
        String yaml = cEntry().replaceFirst("(?m)^  runCommand:.*\n", "");

        assertThatIllegalArgumentException().isThrownBy(() -> read(yaml)).withMessageContaining("runCommand");
    }

    @Test
    void namesAKeyThatStandsTwice() {
        String yaml = cEntry().replaceFirst("(?m)^  mounts:", "  name: C\n  mounts:");

        assertThatIllegalArgumentException().isThrownBy(() -> read(yaml)).withMessageContaining("name");
    }

    @Test
    void namesAnIdThatStandsTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(cEntry() + cEntry()))
                .withMessage("languages.yaml: the id c stands there twice");
    }

    @Test
    void refusesAToolWithoutItsPath() {
        String yaml = cEntry().replace("version: [/usr/bin/gcc", "version: [gcc");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(yaml))
                .withMessageContaining("c: version has to name its program by an absolute path");
    }

    @Test
    void knowsASourceByItsExtension() {
        Language cpp = Languages.all().find("cpp").orElseThrow();

        assertThat(List.of("a.cpp", "b.cc", "c.h", "cpp", "d.c"))
                .filteredOn(cpp::isSource)
                .containsExactly("a.cpp", "b.cc");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void usesOnlyPlaceholdersThatExist(Language language) {
        Stream<String> arguments = Stream.of(language.version(), language.compile(), language.run(), language.mounts())
                .flatMap(List::stream);

        assertThat(arguments.flatMap(
                        argument -> PLACEHOLDER.matcher(argument).results().map(MatchResult::group)))
                .isSubsetOf("{entry}", "{output}", "{memoryMiB}", "{java.home}", "{sources}", "{source}");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void selfTestsWithASourceOfTheLanguage(Language language) {
        assertThat(language.isSource(language.selfTest().file())).isTrue();
    }

    /** The launcher reads these lines by awk. */
    @ParameterizedTest
    @MethodSource("languages")
    void keepsPackagesAndDefaultOnOneLineEach(Language language) {
        String entry = entry(language.id());

        assertThat(entry)
                .containsOnlyOnce("\n  packages: [" + String.join(", ", language.packages()) + "]\n")
                .containsOnlyOnce("\n  default: " + language.byDefault() + "\n");
    }

    static List<Language> languages() {
        return Languages.all().list();
    }

    private static Languages read(String yaml) {
        return Languages.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    private static String cEntry() {
        return entry("c");
    }

    private static String entry(String id) {
        String table = table();
        int start = table.indexOf("\n- id: " + id + "\n") + 1;
        int end = table.indexOf("\n- id:", start);
        return end < 0 ? table.substring(start) : table.substring(start, end + 1);
    }

    private static String table() {
        try (InputStream yaml = LanguagesTests.class.getResourceAsStream("/languages.yaml")) {
            return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
