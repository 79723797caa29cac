package dev.haetae.deploy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.ecs.AwsLogDriverProps;
import software.amazon.awscdk.services.ecs.ContainerDefinition;
import software.amazon.awscdk.services.ecs.ContainerDefinitionOptions;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.HealthCheck;
import software.amazon.awscdk.services.ecs.LogDriver;
import software.amazon.awscdk.services.ecs.MountPoint;
import software.amazon.awscdk.services.ecs.NetworkMode;
import software.amazon.awscdk.services.ecs.PortMapping;
import software.amazon.awscdk.services.ecs.Secret;
import software.amazon.awscdk.services.ecs.TaskDefinition;
import software.amazon.awscdk.services.ecs.Volume;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.logs.LogGroup;

/** What stands in the API's task: its container, its settings, and a collector that sends what operators see. */
final class ApiTask {

    static final String CONTAINER = "api";
    static final int PORT = 8080;

    /** There is no curl in the image. */
    private static final String HEALTHY =
            "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /readyz HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q ' 200 ' <&3";

    private static final String TEMPORARY = "tmp";

    /** What collector.yaml says in the place of the API's address. */
    private static final String API_HOST = "API_HOST";

    private final DataStack data;
    private final MessagingStack messaging;
    private final ApiSecrets secrets;
    private final LogGroup logs;
    private final String tracing;

    ApiTask(DataStack data, MessagingStack messaging, ApiSecrets secrets, LogGroup logs, String tracing) {
        this.data = data;
        this.messaging = messaging;
        this.secrets = secrets;
        this.logs = logs;
        this.tracing = tracing;
    }

    /** Puts everything into a task definition; {@code hostPort} 0 lets the instance choose one. */
    void into(TaskDefinition task, ContainerImage image, int hostPort) {
        task.addVolume(Volume.builder().name(TEMPORARY).build());
        data.testData.grantReadWrite(task.getTaskRole());
        ContainerDefinition api = task.addContainer(
                CONTAINER,
                ContainerDefinitionOptions.builder()
                        .image(image)
                        .environment(environment())
                        .secrets(secretEnvironment())
                        .readonlyRootFilesystem(true)
                        .user(DataStack.API_USER)
                        .memoryReservationMiB(1_024)
                        .logging(logDriver("api"))
                        .stopTimeout(Duration.seconds(60))
                        .entryPoint(List.of("bash", "-c", Resources.text("api.sh")))
                        .healthCheck(HealthCheck.builder()
                                .command(List.of("CMD", "bash", "-c", HEALTHY))
                                .startPeriod(Duration.seconds(60))
                                .build())
                        .portMappings(List.of(PortMapping.builder()
                                .containerPort(PORT)
                                .hostPort(hostPort)
                                .build()))
                        .build());
        api.addMountPoints(MountPoint.builder()
                .sourceVolume(TEMPORARY)
                .containerPath("/tmp")
                .readOnly(false)
                .build());
        addCollector(task, api);
    }

    private Map<String, String> environment() {
        Map<String, String> settings = new HashMap<>();
        settings.put(
                "SPRING_DATASOURCE_URL",
                "jdbc:postgresql://" + data.database.getDbInstanceEndpointAddress() + ":5432/" + DataStack.DATABASE
                        + "?sslmode=require");
        // What either of the two users makes belongs to both.
        settings.put("SPRING_DATASOURCE_HIKARI_CONNECTIONINITSQL", "set role haetae");
        settings.put("SPRING_RABBITMQ_HOST", messaging.host());
        settings.put("SPRING_RABBITMQ_PORT", "5671");
        settings.put("SPRING_RABBITMQ_SSL_ENABLED", "true");
        settings.put("SPRING_RABBITMQ_USERNAME", "api");
        settings.put("SPRING_DATA_REDIS_HOST", data.cache.getAttrPrimaryEndPointAddress());
        settings.put("SPRING_DATA_REDIS_SSL_ENABLED", "true");
        settings.put("HAETAE_BLOBS_STORE", "s3");
        settings.put("HAETAE_BLOBS_S3_BUCKET", data.testData.getBucketName());
        settings.put("HAETAE_BLOBS_S3_REGION", data.getRegion());
        // Judge servers fetch test data from the bucket themselves.
        settings.put("HAETAE_BLOBS_S3_REDIRECT", "true");
        // In front stand CloudFront and the load balancer, which is told to keep what CloudFront says.
        settings.put("SERVER_FORWARDHEADERSSTRATEGY", "native");
        settings.put("LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs");
        settings.put("HAETAE_TRACING_ENDPOINT", tracing);
        return settings;
    }

    private Map<String, Secret> secretEnvironment() {
        return Map.of(
                "SPRING_DATASOURCE_USERNAME", Secret.fromSecretsManager(data.databaseUser, "username"),
                "SPRING_DATASOURCE_PASSWORD", Secret.fromSecretsManager(data.databaseUser, "password"),
                "SPRING_DATA_REDIS_PASSWORD", Secret.fromSecretsManager(data.cachePassword),
                "SPRING_RABBITMQ_PASSWORD", Secret.fromSecretsManager(messaging.apiPassword),
                // api.sh writes them to files, which is how the API wants them.
                "HAETAE_SECRET_ADMIN_PASSWORD", Secret.fromSecretsManager(secrets.administrator()),
                "HAETAE_SECRET_JWT_KEY", Secret.fromSecretsManager(secrets.signingKey()),
                "HAETAE_SECRET_WORKER_TOKEN", Secret.fromSecretsManager(secrets.workerToken()));
    }

    /**
     * CloudWatch gets what its alarms and the workers' scaling ask for; Prometheus could take all of it from the same place. In a bridge
     * network each container has an address of its own, at which a link lets another of its task find it.
     */
    private void addCollector(TaskDefinition task, ContainerDefinition api) {
        boolean bridged = task.getNetworkMode() == NetworkMode.BRIDGE;
        String configuration = Resources.text("collector.yaml").replace(API_HOST, bridged ? CONTAINER : "127.0.0.1");
        ContainerDefinition collector = task.addContainer(
                "collector",
                ContainerDefinitionOptions.builder()
                        .image(ContainerImage.fromRegistry(
                                "public.ecr.aws/aws-observability/aws-otel-collector:v0.43.3"))
                        .environment(Map.of("AOT_CONFIG_CONTENT", configuration))
                        .essential(false)
                        .memoryReservationMiB(128)
                        .logging(logDriver("collector"))
                        .build());
        if (bridged) {
            collector.addLink(api);
        }
        task.getTaskRole()
                .addToPrincipalPolicy(PolicyStatement.Builder.create()
                        .actions(List.of("logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"))
                        .resources(List.of(
                                "arn:aws:logs:*:" + logs.getStack().getAccount() + ":log-group:/haetae/metrics:*"))
                        .build());
    }

    private LogDriver logDriver(String prefix) {
        return LogDriver.awsLogs(
                AwsLogDriverProps.builder().logGroup(logs).streamPrefix(prefix).build());
    }
}
