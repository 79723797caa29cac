package dev.haetae.deploy;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.Stack;

/** What cdk-nag finds and we accept, each with its reason. What it finds besides fails a test. */
final class Accepted {

    private static final Map<String, String> EVERYWHERE = Map.of(
            "AwsSolutions-IAM4",
            "AWS's own policies for a function's log, Session Manager, and an instance of ECS: what these need is AWS's to say",
            "AwsSolutions-SMG4",
            "Only the database's users rotate, which needs a second user to take turns with. The others are changed by hand with a"
                    + " deployment: docs/deploy-aws.md says how");

    private static final Map<Class<? extends Stack>, Map<String, String>> BY_STACK = Map.of(
            NetworkStack.class,
            Map.of("AwsSolutions-S1", "It is the bucket of access logs; its own would fill it without end"),
            DeliveryStack.class,
            Map.of("AwsSolutions-IAM5", "CDK names its roles by account and region behind a fixed prefix"),
            DataStack.class,
            Map.of(
                    "AwsSolutions-S1", "It is the bucket of access logs; its own would fill it without end",
                    "AwsSolutions-RDS11",
                            "A security group lets in the API alone; another port would hide it from nobody",
                    "AwsSolutions-AEC5",
                            "A security group lets in the API alone; another port would hide it from nobody"),
            MessagingStack.class,
            Map.of("AwsSolutions-IAM5", "Network interfaces and targets' health cannot be described by name"),
            ServiceStack.class,
            Map.of(
                    "AwsSolutions-IAM5",
                    "Grants of CDK: image registry login, a session's channels, the update of a service whose name comes later,"
                            + " streams of our own log groups, and the objects of the bucket of test data",
                    "AwsSolutions-ECS2",
                    "The environment holds addresses; every secret comes from Secrets Manager",
                    "AwsSolutions-AS3",
                    "ECS changes the group's size with every deployment: nobody wants to be told"),
            EdgeStack.class,
            Map.of(
                    "AwsSolutions-S1", "It is the bucket of access logs; its own would fill it without end",
                    "AwsSolutions-CFR1", "Students may be anywhere"),
            WorkerStack.class,
            Map.of(
                    "AwsSolutions-IAM5",
                            "Registry login, streams of one log group, and groups whose names begin with the stack's",
                    "AwsSolutions-AS3",
                            "The group follows the queue all day; what matters is the alarm on the queue's age"));

    private static final Map<String, String> AT_LOW_COST = Map.of(
            "AwsSolutions-RDS3",
                    "The low-cost variant has one of everything: a zone's failure is an outage, backups are kept",
            "AwsSolutions-AEC4",
                    "The low-cost variant has one of everything, and the cache holds nothing that cannot be made anew");

    private Accepted() {}

    static void in(Stack stack, Settings settings) {
        Stream<Map.Entry<String, String>> accepted = Stream.concat(
                EVERYWHERE.entrySet().stream(), BY_STACK.getOrDefault(stack.getClass(), Map.of()).entrySet().stream());
        if (!settings.size().isFull()) {
            accepted = Stream.concat(accepted, AT_LOW_COST.entrySet().stream());
        }
        List<NagPackSuppression> suppressions = accepted.map(entry -> NagPackSuppression.builder()
                        .id(entry.getKey())
                        .reason(entry.getValue())
                        .build())
                .toList();
        NagSuppressions.addStackSuppressions(stack, suppressions, true);
    }
}
