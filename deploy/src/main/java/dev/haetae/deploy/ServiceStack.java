package dev.haetae.deploy;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.applicationautoscaling.EnableScalingProps;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.ecs.AlternateTarget;
import software.amazon.awscdk.services.ecs.AlternateTargetProps;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.ContainerInsights;
import software.amazon.awscdk.services.ecs.CpuUtilizationScalingProps;
import software.amazon.awscdk.services.ecs.ExecuteCommandConfiguration;
import software.amazon.awscdk.services.ecs.ExecuteCommandLogConfiguration;
import software.amazon.awscdk.services.ecs.ExecuteCommandLogging;
import software.amazon.awscdk.services.ecs.ListenerRuleConfiguration;
import software.amazon.awscdk.services.ecs.LoadBalancerTargetOptions;
import software.amazon.awscdk.services.ecs.RequestCountScalingProps;
import software.amazon.awscdk.services.ecs.ScalableTaskCount;
import software.amazon.awscdk.services.elasticloadbalancingv2.HttpCodeTarget;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.AwsApi;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/**
 * The API behind its load balancer. A deployment is blue/green by ECS itself: the new tasks come up beside the old ones, the load balancer
 * changes over at once, and an alarm within the bake time changes it back.
 */
final class ServiceStack extends Stack {

    /** How long the old tasks stay, so that an alarm finds something to go back to. */
    static final Number BAKE_MINUTES = 10;

    final Cluster cluster;
    final Front front;
    final LogGroup logs;
    final ApiSecrets secrets;
    final Api api;

    ServiceStack(Construct scope, String id, StackProps props, Settings settings, Installation.Below below) {
        super(scope, id, props);
        NetworkStack network = below.network();
        DataStack data = below.data();
        MessagingStack messaging = below.messaging();
        logs = LogGroup.Builder.create(this, "Logs")
                .logGroupName("/haetae/service")
                .retention(RetentionDays.THREE_MONTHS)
                .build();
        LogGroup.Builder.create(this, "Metrics")
                .logGroupName("/haetae/metrics")
                .retention(RetentionDays.TWO_WEEKS)
                .build();
        cluster = cluster(network);
        CfnParameter secret = CfnParameter.Builder.create(this, "OriginSecret")
                .description("The same as the edge stack's: long, random, and known to nobody else")
                .noEcho(true)
                .minLength(32)
                .build();
        front = new Front(this, "Front", settings, network, secret.getValueAsString());
        Alarm alarm = errors();
        secrets = ApiSecrets.in(this);
        ApiTask task = new ApiTask(data, messaging, secrets, logs, settings.tracing());
        ContainerImage image = ContainerImage.fromEcrRepository(below.delivery().api, imageTag());
        api = new Api(this, "Api", settings, new Api.Place(cluster, network), task, image, alarm);
        connect();
        scale(settings);
        followRotation(data);
        new BrokerUsers(this, "BrokerUsers", messaging, logs);
    }

    private String imageTag() {
        return CfnParameter.Builder.create(this, "ImageTag")
                .description("Of the image to run: a commit's hash")
                .build()
                .getValueAsString();
    }

    private Cluster cluster(NetworkStack network) {
        return Cluster.Builder.create(this, "Cluster")
                .vpc(network.vpc)
                .containerInsightsV2(ContainerInsights.ENABLED)
                .executeCommandConfiguration(ExecuteCommandConfiguration.builder()
                        .logging(ExecuteCommandLogging.OVERRIDE)
                        .logConfiguration(ExecuteCommandLogConfiguration.builder()
                                .cloudWatchLogGroup(LogGroup.Builder.create(this, "Sessions")
                                        .retention(RetentionDays.ONE_YEAR)
                                        .build())
                                .build())
                        .build())
                .build();
    }

    /** What the targets themselves answer wrongly, whichever group serves. */
    private Alarm errors() {
        return Alarm.Builder.create(this, "Errors")
                .alarmName("haetae-api-errors")
                .alarmDescription("The API answers 5xx: a deployment under way is rolled back")
                .metric(front.balancer
                        .getMetrics()
                        .httpCodeTarget(
                                HttpCodeTarget.TARGET_5XX_COUNT,
                                MetricOptions.builder()
                                        .period(Duration.minutes(1))
                                        .statistic("sum")
                                        .build()))
                .threshold(10)
                .evaluationPeriods(2)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .build();
    }

    private void connect() {
        front.blue.addTarget(api.service.loadBalancerTarget(LoadBalancerTargetOptions.builder()
                .containerName(ApiTask.CONTAINER)
                .containerPort(ApiTask.PORT)
                .alternateTarget(new AlternateTarget(
                        "Green",
                        AlternateTargetProps.builder()
                                .alternateTargetGroup(front.green)
                                .productionListener(ListenerRuleConfiguration.applicationListenerRule(front.rule))
                                .build()))
                .build()));
    }

    private void scale(Settings settings) {
        ScalableTaskCount tasks = api.service.autoScaleTaskCount(EnableScalingProps.builder()
                .minCapacity(settings.size().pick(2, 1))
                .maxCapacity(settings.size().pick(6, 2))
                .build());
        tasks.scaleOnCpuUtilization(
                "Cpu",
                CpuUtilizationScalingProps.builder()
                        .targetUtilizationPercent(60)
                        .build());
        tasks.scaleOnRequestCount(
                "Requests",
                RequestCountScalingProps.builder()
                        .requestsPerTarget(6_000)
                        .targetGroup(front.blue)
                        .build());
    }

    /** When the database's user has changed, a deployment brings the new one; the old one is good until then. */
    private void followRotation(DataStack data) {
        Rule.Builder.create(this, "FollowRotation")
                .eventPattern(EventPattern.builder()
                        .source(List.of("aws.secretsmanager"))
                        .detailType(List.of("AWS Service Event via CloudTrail"))
                        .detail(Map.of(
                                "eventName",
                                List.of("RotationSucceeded"),
                                "additionalEventData",
                                Map.of("SecretId", List.of(data.databaseUser.getSecretArn()))))
                        .build())
                .targets(List.of(AwsApi.Builder.create()
                        .service("ECS")
                        .action("updateService")
                        .parameters(Map.of(
                                "cluster", cluster.getClusterName(),
                                "service", api.service.getServiceName(),
                                "forceNewDeployment", true))
                        .build()))
                .build();
    }
}
