package dev.haetae.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Template;

/** The drawing in the documentation is that of the templates. */
class DiagramTests {

    private static final Path DRAWING = Path.of("../docs/aws.svg");

    @Test
    void isWhatTheDocumentationShows() throws IOException {
        String drawn = Diagram.of(TestInstallation.FULL.get().stacks().stream()
                .map(stack -> StackParts.of(
                        stack.getStackName(), Template.fromStack(stack).toJSON()))
                .toList());
        if (Boolean.getBoolean("draw")) {
            Files.writeString(DRAWING, drawn);
        }

        assertThat(DRAWING)
                .as("docs/aws.svg, which mvn test -Dtest=DiagramTests -Ddraw=true draws anew")
                .content()
                .isEqualTo(drawn);
    }

    @Test
    void countsPartsAndLeavesOutJoints() {
        StackParts stack =
                StackParts.of("HaetaeData", template("AWS::S3::Bucket", "AWS::S3::Bucket", "AWS::IAM::Role"));

        assertThat(Box.lines(stack)).containsExactly("2 × S3 Bucket", "and 1 more: rights, routes, rules");
    }

    @Test
    void countsEachImportedValueOnce() {
        Object network = Map.of("Fn::ImportValue", "HaetaeNetwork:Vpc");
        Object subnet = Map.of("Fn::ImportValue", "HaetaeNetwork:Subnet");

        StackParts stack = StackParts.of(
                "HaetaeData", Map.of("Resources", Map.of(), "Outputs", List.of(network, subnet, network)));

        assertThat(stack.imports()).containsExactly(Map.entry("HaetaeNetwork", 2L));
    }

    private static Map<String, Object> template(String... types) {
        Map<String, Object> resources = new TreeMap<>();
        for (String type : types) {
            resources.put("R" + resources.size(), Map.of("Type", type));
        }
        return Map.of("Resources", resources);
    }
}
