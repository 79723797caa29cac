package dev.haetae.common.packages;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What repeats in a package's YAML. */
class YamlReaderTests {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a: &x 1\\nb: *x                                | {a=1, b=1}
                    a: &x [1, 2]\\nb: [*x, *x]                     | {a=[1, 2], b=[[1, 2], [1, 2]]}
                    a: &x 1\\nb: &x 2\\nc: *x                      | {a=1, b=2, c=2}
                    &k a: 1\\nb: {*k : 2}                          | {a=1, b={a=2}}
                    a: &x {p: 1, q: 2}\\nb: {<<: *x, q: 3, r: 4}   | {a={p=1, q=2}, b={q=3, r=4, p=1}}
                    a: &x {p: 1}\\nb: {<<: [*x, {p: 2, q: 2}]}     | {a={p=1}, b={p=1, q=2}}
                    a: &x {p: 1}\\nb: &y {<<: *x}\\nc: {<<: *y}    | {a={p=1}, b={p=1}, c={p=1}}
                    a: &x {p: 1}\\nb: {'<<': *x}                   | {a={p=1}, b={<<={p=1}}}
                    """)
    void repeatsWhatHasAName(String yaml, String read) throws IOException {
        String text = yaml.replace("\\n", "\n");

        assertThat(plain(read(text))).hasToString(read);
    }

    @Test
    void knowsTheLinesOfWhatIsRepeated() throws IOException {
        YamlNode.Mapping map = read("a: &x\n  p: 1\nb:\n  <<: *x\n  q: 2\n");

        YamlNode.Mapping merged = (YamlNode.Mapping) requireNonNull(map.values().get("b"));
        assertThat(merged.values().values()).extracting(YamlNode::line).containsExactly(5, 2);
    }

    @Test
    void isWrittenAnewWithWhatIsRepeated() {
        String text = "base: &base {memory: 64, output: 4}\nlimits: {<<: *base, output: 8}\n<<: {name: Sum}\n";

        Map<String, Object> keys = YamlText.read(text);

        assertThat(keys).containsEntry("name", "Sum").doesNotContainKey("<<");
        assertThat(YamlText.keys(keys.get("limits"))).hasToString("{output=8, memory=64}");
    }

    private YamlNode.Mapping read(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("problem.yaml"), text);
        Findings findings = new Findings();
        YamlNode.Mapping map = YamlReader.read(new PackageFile("problem.yaml", file, Files.size(file)), findings);
        assertThat(findings.reasons()).isEmpty();
        return requireNonNull(map);
    }

    private static Object plain(@Nullable YamlNode node) {
        return switch (requireNonNull(node)) {
            case YamlNode.Text text -> text.value();
            case YamlNode.Sequence(List<YamlNode> items, int _) ->
                items.stream().map(YamlReaderTests::plain).toList();
            case YamlNode.Mapping(var values, int _) -> {
                Map<String, Object> plain = new LinkedHashMap<>();
                values.forEach((key, value) -> plain.put(key, plain(value)));
                yield plain;
            }
        };
    }
}
