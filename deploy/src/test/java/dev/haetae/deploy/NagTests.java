package dev.haetae.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;

/** cdk-nag has nothing to say that a suppression does not answer. */
class NagTests {

    @ParameterizedTest
    @EnumSource
    void findsNothing(TestInstallation installation) {
        assertThat(installation.get().stacks())
                .allSatisfy(stack ->
                        assertThat(findings(stack)).as(stack.getStackName()).isEmpty());
    }

    // The type is deprecated for another of the same name, which the assertions do not return yet.
    @SuppressWarnings("deprecation")
    private static List<String> findings(Stack stack) {
        Annotations annotations = Annotations.fromStack(stack);
        return Stream.of(
                        annotations.findError("*", Match.stringLikeRegexp("AwsSolutions-.*")),
                        annotations.findWarning("*", Match.stringLikeRegexp("AwsSolutions-.*|CdkNag.*")))
                .flatMap(List::stream)
                .map(message -> message.getId() + ": " + message.getEntry().getData())
                .toList();
    }
}
