package dev.haetae.worker.checker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.haetae.common.CheckerSpec;
import dev.haetae.common.packages.ValidatorFlags;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DefaultValidatorTests {

    /** One line of {@code vectors.txt}. */
    record Vector(String name, String flags, String answer, String output, boolean same) {

        static Vector parse(String line) {
            String[] part = line.split("\\|", -1);
            return new Vector(
                    part[0].strip(),
                    part[1],
                    literal(part[2]),
                    literal(part[3]),
                    part[4].strip().equals("SAME"));
        }

        private static String literal(String quoted) {
            String text = quoted.strip();
            return text.substring(1, text.length() - 1).translateEscapes();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Vector> vectors() throws IOException {
        try (InputStream in = DefaultValidatorTests.class.getResourceAsStream("/checker/vectors.txt")) {
            return new String(in.readAllBytes(), ISO_8859_1)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(Vector::parse)
                            .toList()
                            .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void decidesAsTheFormatSays(Vector vector) {
        Comparison comparison = compare(vector.flags(), stream(vector.answer()), stream(vector.output()));

        assertThat(comparison instanceof Comparison.Same).as("%s", comparison).isEqualTo(vector.same());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void decidesTheSameWhenEachReadGivesOneByte(Vector vector) {
        Comparison comparison =
                compare(vector.flags(), byteWise(stream(vector.answer())), byteWise(stream(vector.output())));

        assertThat(comparison instanceof Comparison.Same).as("%s", comparison).isEqualTo(vector.same());
    }

    @Test
    void comparesTokensFarLargerThanItsBuffers() {
        long size = 200_000_000;

        assertThat(compare("", repeated('a', size), repeated('A', size))).isInstanceOf(Comparison.Same.class);
    }

    @Test
    void findsTheLastByteOfAHugeTokenMissing() {
        long size = 20_000_000;

        assertThat(message("", repeated('a', size), repeated('a', size - 1)))
                .contains("token 1, line 1", "from its byte 20000000 on");
    }

    @Test
    void findsADifferenceDeepInAHugeToken() {
        InputStream answer = new SequenceInputStream(repeated('a', 1_000_000), stream("b tail"));
        InputStream output = new SequenceInputStream(repeated('a', 1_000_000), stream("c tail"));

        assertThat(message("float_tolerance 1e-6", answer, output))
                .contains("from its byte 1000001 on", "\"aaaaaaaaaaaaaaaab\"", "\"aaaaaaaaaaaaaaaac\"");
    }

    @ParameterizedTest
    @MethodSource("sizesAroundTheChunk")
    void cutsBothSidesAlike(int size) {
        InputStream answer = new SequenceInputStream(repeated('a', size), stream(" b"));
        InputStream output = new SequenceInputStream(repeated('a', size), stream("\n\n b "));

        assertThat(compare("float_tolerance 1", byteWise(answer), output)).isInstanceOf(Comparison.Same.class);
    }

    static Stream<Integer> sizesAroundTheChunk() {
        int chunk = RunReader.CAPACITY;
        return Stream.of(chunk - 1, chunk, chunk + 1, 2 * chunk - 1, 2 * chunk, 3 * chunk + 7, 5 * chunk);
    }

    @Test
    void passesOverWhiteSpaceLargerThanItsBuffers() {
        InputStream output = new SequenceInputStream(repeated('\n', 50_000_000), stream("7"));

        assertThat(compare("", stream("7"), output)).isInstanceOf(Comparison.Same.class);
    }

    @Test
    void comparesLongWhiteSpaceExactlyWhenAskedTo() {
        assertThat(message("space_change_sensitive", repeated(' ', 1_000_000), repeated(' ', 1_000_001)))
                .contains("white space differs");
    }

    @Test
    void readsNoNumberLongerThanAChunk() {
        InputStream output = new SequenceInputStream(stream("1."), repeated('0', RunReader.CAPACITY));

        assertThat(message("float_tolerance 1e-6", stream("1"), output)).contains("expected the number \"1\"");
    }

    @Test
    void namesTokenAndLineOfTheFirstDifference() {
        assertThat(message("", stream("1 2\n3 4\n"), stream("1 2\n\n3 5\n")))
                .isEqualTo("token 4, line 3 (answer: line 2): token differs: expected \"4\", got \"5\"");
    }

    @Test
    void saysWhatWasExpectedWhenTheOutputEnds() {
        assertThat(message("", stream("1 2\n"), stream("1\n")))
                .isEqualTo("token 2, line 2 (answer: line 1): output ends, expected \"2\"");
    }

    @Test
    void escapesWhatCannotBePrinted() {
        assertThat(message("", stream("\"\\"), stream("\000\377\033[31m")))
                .endsWith("expected \"\\\"\\\\\", got \"\\x00\\xFF\\x1B[31m\"");
    }

    @Test
    void keepsItsMessageShort() {
        assertThat(message("", repeated('a', 1_000_000), repeated('b', 1_000_000)))
                .hasSizeLessThan(300);
    }

    @Test
    void knowsNothingWhenAStreamFails() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk on fire");
            }
        };

        assertThatThrownBy(() -> compare("", stream("1"), broken)).hasMessageContaining("disk on fire");
    }

    private static String message(String flags, InputStream answer, InputStream output) {
        return String.valueOf(((Comparison.Different) compare(flags, answer, output))
                .feedback()
                .toJury());
    }

    private static Comparison compare(String flags, InputStream answer, InputStream output) {
        try {
            return DefaultValidator.compare(answer, output, parsed(flags));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CheckerSpec.DefaultValidator parsed(String flags) {
        return ((ValidatorFlags.Valid) ValidatorFlags.parse(flags)).checker();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(ISO_8859_1));
    }

    private static InputStream byteWise(InputStream in) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return in.read();
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return in.read(buffer, offset, Math.min(1, length));
            }
        };
    }

    private static InputStream repeated(char c, long size) {
        return new RepeatingStream((byte) c, size);
    }
}
