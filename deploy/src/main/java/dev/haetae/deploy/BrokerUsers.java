package dev.haetae.deploy;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.services.ecs.AwsLogDriverProps;
import software.amazon.awscdk.services.ecs.ContainerDefinitionOptions;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.ecs.LogDriver;
import software.amazon.awscdk.services.ecs.Secret;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** A task to be run once: makes the broker's users with the least rights, as docker/rabbitmq/definitions.json says. */
final class BrokerUsers extends Construct {

    BrokerUsers(Construct scope, String id, MessagingStack messaging, LogGroup logs) {
        super(scope, id);
        FargateTaskDefinition task = FargateTaskDefinition.Builder.create(this, "Task")
                .cpu(256)
                .memoryLimitMiB(512)
                .build();
        task.addContainer(
                "broker-users",
                ContainerDefinitionOptions.builder()
                        .image(ContainerImage.fromRegistry("public.ecr.aws/docker/library/python:3.13-slim"))
                        .command(List.of("python3", "-c", Resources.text("broker_users.py")))
                        .environment(Map.of(
                                "BROKER",
                                "https://" + messaging.host(),
                                "DEFINITIONS",
                                Resources.text("definitions.json")))
                        .secrets(Map.of(
                                "ADMINISTRATOR_PASSWORD", Secret.fromSecretsManager(messaging.administrator),
                                "API_PASSWORD", Secret.fromSecretsManager(messaging.apiPassword),
                                "WORKER_PASSWORD", Secret.fromSecretsManager(messaging.workerPassword)))
                        .readonlyRootFilesystem(true)
                        .user("65534")
                        .logging(LogDriver.awsLogs(AwsLogDriverProps.builder()
                                .logGroup(logs)
                                .streamPrefix("broker-users")
                                .build()))
                        .build());
        CfnOutput.Builder.create(this, "TaskDefinition")
                .value(task.getTaskDefinitionArn())
                .build();
    }
}
