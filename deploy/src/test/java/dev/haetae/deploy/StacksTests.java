package dev.haetae.deploy;

import static dev.haetae.deploy.TestInstallation.FULL;
import static dev.haetae.deploy.TestInstallation.LOW_COST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

/** What the templates promise, property by property. */
class StacksTests {

    @Nested
    class Network {

        private final Template full = FULL.template(Installation::network);
        private final Template lowCost = LOW_COST.template(Installation::network);

        @Test
        void hasThreeKindsOfSubnetsInTwoZones() {
            full.resourceCountIs("AWS::EC2::Subnet", 6);
            full.hasResourceProperties("AWS::EC2::VPC", Map.of("CidrBlock", "10.0.0.0/16"));
            full.hasResourceProperties("AWS::EC2::Subnet", Map.of("AvailabilityZone", "eu-central-1b"));
        }

        @Test
        void leavesByFixedAddressesThatOthersMayAllow() {
            full.resourceCountIs("AWS::EC2::NatGateway", 2);
            full.resourceCountIs("AWS::EC2::EIP", 2);
            full.hasOutput("EgressAddress1", Map.of());
        }

        @Test
        void paysForNoGatewayAtLowCost() {
            lowCost.resourceCountIs("AWS::EC2::NatGateway", 0);
            lowCost.hasResourceProperties("AWS::EC2::VPCEndpoint", Map.of("VpcEndpointType", "Gateway"));
        }

        @Test
        void opensNothingToTheInternet() {
            List<Object> ingress = Stream.of(full, lowCost)
                    .flatMap(template -> template.findResources("AWS::EC2::SecurityGroup").values().stream())
                    .<Object>map(group -> ((Map<?, ?>) group.get("Properties")).get("SecurityGroupIngress"))
                    .toList();

            assertThat(ingress).isNotEmpty();
            assertThat(ingress.toString()).doesNotContain("0.0.0.0/0");
        }

        @Test
        void letsOnlyTheApiReachTheDatabase() {
            Map<String, Map<String, Object>> ways =
                    full.findResources("AWS::EC2::SecurityGroupIngress", Map.of("Properties", Map.of("ToPort", 5432)));

            assertThat(ways).hasSize(1);
            assertThat(ways.values().toString()).contains("SourceSecurityGroupId={Fn::GetAtt=[Api");
        }

        @Test
        void letsInJudgeServersByTheirAddressesAndAmqpsOnly() {
            full.hasResourceProperties(
                    "AWS::EC2::SecurityGroup",
                    Map.of(
                            "SecurityGroupIngress",
                            Match.arrayWith(List.of(
                                    Match.objectLike(
                                            Map.of("CidrIp", "198.51.100.10/32", "FromPort", 5671, "ToPort", 5671)),
                                    Match.objectLike(Map.of("CidrIp", "203.0.113.0/28", "ToPort", 5671))))));
        }
    }

    @Nested
    class Data {

        private final Template full = FULL.template(Installation::data);
        private final Template lowCost = LOW_COST.template(Installation::data);

        @Test
        void keepsTheDatabaseInTwoZonesEncryptedAndBackedUp() {
            full.hasResourceProperties(
                    "AWS::RDS::DBInstance",
                    Map.of(
                            "MultiAZ", true,
                            "StorageEncrypted", true,
                            "BackupRetentionPeriod", 30,
                            "DeletionProtection", true,
                            "PubliclyAccessible", false));
            lowCost.hasResourceProperties("AWS::RDS::DBInstance", Map.of("MultiAZ", false, "BackupRetentionPeriod", 7));
        }

        @Test
        void rotatesTheApisUserInTurns() {
            full.resourceCountIs("AWS::SecretsManager::RotationSchedule", 2);
            full.hasResourceProperties(
                    "AWS::SecretsManager::RotationSchedule",
                    Map.of(
                            "HostedRotationLambda",
                            Match.absent(),
                            "RotationRules",
                            Map.of("ScheduleExpression", "rate(30 days)")));
        }

        @Test
        void encryptsTheCacheOnItsWayAndAtRest() {
            full.hasResourceProperties(
                    "AWS::ElastiCache::ReplicationGroup",
                    Map.of(
                            "Engine", "valkey",
                            "TransitEncryptionEnabled", true,
                            "AtRestEncryptionEnabled", true,
                            "MultiAZEnabled", true));
        }

        @Test
        void keepsTestDataInABucketThatNobodyElseReads() {
            full.hasResourceProperties(
                    "AWS::S3::Bucket",
                    Map.of(
                            "VersioningConfiguration",
                            Map.of("Status", "Enabled"),
                            "BucketEncryption",
                            Match.anyValue(),
                            "PublicAccessBlockConfiguration",
                            Map.of("BlockPublicAcls", true, "RestrictPublicBuckets", true)));
            full.hasResource("AWS::S3::Bucket", Map.of("DeletionPolicy", "Retain"));
        }
    }

    @Nested
    class Messaging {

        private final Template full = FULL.template(Installation::messaging);

        @Test
        void keepsTheBrokerPrivate() {
            full.hasResourceProperties(
                    "AWS::AmazonMQ::Broker",
                    Map.of(
                            "EngineType",
                            "RABBITMQ",
                            "DeploymentMode",
                            "CLUSTER_MULTI_AZ",
                            "PubliclyAccessible",
                            false,
                            "SecurityGroups",
                            Match.anyValue()));
            LOW_COST.template(Installation::messaging)
                    .hasResourceProperties("AWS::AmazonMQ::Broker", Map.of("DeploymentMode", "SINGLE_INSTANCE"));
        }

        @Test
        void showsJudgeServersAnEntranceWithTlsAndASecurityGroup() {
            full.hasResourceProperties(
                    "AWS::ElasticLoadBalancingV2::LoadBalancer",
                    Map.of("Type", "network", "Scheme", "internet-facing", "SecurityGroups", Match.anyValue()));
            full.hasResourceProperties(
                    "AWS::ElasticLoadBalancingV2::Listener", Map.of("Port", 5671, "Protocol", "TLS"));
        }

        @Test
        void writesNoPasswordIntoTheTemplate() {
            assertThat(full.findResources("AWS::AmazonMQ::Broker").toString()).contains("{{resolve:secretsmanager:");
        }
    }

    @Nested
    class Service {

        private final Template fargate = FULL.template(Installation::service);
        private final Template instances = LOW_COST.template(Installation::service);

        @ParameterizedTest
        @EnumSource
        void deploysBlueGreenAndGoesBackAtAnAlarm(TestInstallation installation) {
            installation
                    .template(Installation::service)
                    .hasResourceProperties(
                            "AWS::ECS::Service",
                            Map.of(
                                    "DeploymentConfiguration",
                                    Match.objectLike(Map.of(
                                            "Strategy",
                                            "BLUE_GREEN",
                                            "BakeTimeInMinutes",
                                            10,
                                            "Alarms",
                                            Match.objectLike(Map.of("Enable", true, "Rollback", true)))),
                                    "LoadBalancers",
                                    Match.arrayWith(List.of(
                                            Match.objectLike(Map.of("AdvancedConfiguration", Match.anyValue()))))));
        }

        @Test
        void sendsTracesWhereTheContextSays() {
            fargate.hasResourceProperties("AWS::ECS::TaskDefinition", tracingTo("https://traces.example.org"));
            instances.hasResourceProperties("AWS::ECS::TaskDefinition", tracingTo(""));
        }

        private Map<String, Object> tracingTo(String collector) {
            return Map.of(
                    "ContainerDefinitions",
                    Match.arrayWith(List.of(Match.objectLike(Map.of(
                            "Environment",
                            Match.arrayWith(
                                    List.of(Map.of("Name", "HAETAE_TRACING_ENDPOINT", "Value", collector))))))));
        }

        @Test
        void runsOnEitherKindOfMachine() {
            fargate.hasResourceProperties("AWS::ECS::Service", Map.of("LaunchType", "FARGATE"));
            instances.hasResourceProperties(
                    "AWS::ECS::TaskDefinition",
                    Map.of(
                            "ContainerDefinitions",
                            Match.arrayWith(List.of(Match.objectLike(Map.of(
                                    "Name",
                                    "api",
                                    "PortMappings",
                                    List.of(Match.objectLike(Map.of("ContainerPort", 8080, "HostPort", 0)))))))));
            instances.resourceCountIs("AWS::ECS::CapacityProvider", 1);
            instances.resourceCountIs("AWS::AutoScaling::LaunchConfiguration", 0);
        }

        @Test
        void readsTheApisMetricsWithinItsTask() {
            fargate.hasResourceProperties("AWS::ECS::TaskDefinition", collecting("127.0.0.1", Match.absent()));
            instances.hasResourceProperties("AWS::ECS::TaskDefinition", collecting("api", List.of("api")));
        }

        private Map<String, Object> collecting(String host, Object links) {
            return Map.of(
                    "ContainerDefinitions",
                    Match.arrayWith(List.of(Match.objectLike(Map.of(
                            "Name",
                            "collector",
                            "Links",
                            links,
                            "Environment",
                            List.of(Map.of(
                                    "Name",
                                    "AOT_CONFIG_CONTENT",
                                    "Value",
                                    Match.stringLikeRegexp("targets: \\[\"" + host + ":8081\"\\]"))))))));
        }

        @Test
        void runsTheApiAsNobodyOnAReadOnlyRoot() {
            fargate.hasResourceProperties(
                    "AWS::ECS::TaskDefinition",
                    Map.of(
                            "ContainerDefinitions",
                            Match.arrayWith(List.of(Match.objectLike(
                                    Map.of("Name", "api", "ReadonlyRootFilesystem", true, "User", "10001"))))));
        }

        @Test
        void keepsTestDataInTheBucketAndSendsJudgeServersThere() {
            Map<String, Object> settings = Map.of(
                    "HAETAE_BLOBS_STORE", "s3",
                    "HAETAE_BLOBS_S3_BUCKET", Match.anyValue(),
                    "HAETAE_BLOBS_S3_REGION", "eu-central-1",
                    "HAETAE_BLOBS_S3_REDIRECT", "true");

            settings.forEach((name, value) -> fargate.hasResourceProperties(
                    "AWS::ECS::TaskDefinition",
                    Map.of(
                            "ContainerDefinitions",
                            Match.arrayWith(List.of(Match.objectLike(Map.of(
                                    "Name",
                                    "api",
                                    "Environment",
                                    Match.arrayWith(List.of(Map.of("Name", name, "Value", value))))))))));
            fargate.hasResourceProperties(
                    "AWS::IAM::Policy",
                    Map.of(
                            "PolicyDocument",
                            Match.objectLike(Map.of(
                                    "Statement",
                                    Match.arrayWith(List.of(Match.objectLike(Map.of(
                                            "Action",
                                            Match.arrayWith(List.of(
                                                    "s3:GetObject*",
                                                    "s3:List*",
                                                    "s3:DeleteObject*",
                                                    "s3:PutObject"))))))))));
        }

        @Test
        void scalesOnProcessorAndRequests() {
            for (String metric : List.of("ECSServiceAverageCPUUtilization", "ALBRequestCountPerTarget")) {
                fargate.hasResourceProperties(
                        "AWS::ApplicationAutoScaling::ScalingPolicy",
                        Map.of(
                                "TargetTrackingScalingPolicyConfiguration",
                                Match.objectLike(Map.of(
                                        "PredefinedMetricSpecification",
                                        Match.objectLike(Map.of("PredefinedMetricType", metric))))));
            }
        }

        @Test
        void answersHttpWithHttpsAndAStrangersHostWith404() {
            fargate.hasResourceProperties(
                    "AWS::ElasticLoadBalancingV2::Listener",
                    Map.of(
                            "Port",
                            80,
                            "DefaultActions",
                            Match.arrayWith(List.of(Match.objectLike(Map.of("Type", "redirect"))))));
            fargate.hasResourceProperties(
                    "AWS::ElasticLoadBalancingV2::Listener",
                    Map.of(
                            "Port",
                            443,
                            "DefaultActions",
                            List.of(Match.objectLike(
                                    Map.of("FixedResponseConfig", Match.objectLike(Map.of("StatusCode", "404")))))));
        }

        @Test
        void routesByHostPathAndTheDistributionsSecret() {
            for (String field : List.of("host-header", "path-pattern", "http-header")) {
                fargate.hasResourceProperties(
                        "AWS::ElasticLoadBalancingV2::ListenerRule",
                        Map.of("Conditions", Match.arrayWith(List.of(Match.objectLike(Map.of("Field", field))))));
            }
        }

        @Test
        void waitsLongerThanLiveEventsAreSilent() {
            fargate.hasResourceProperties(
                    "AWS::ElasticLoadBalancingV2::LoadBalancer",
                    Map.of(
                            "LoadBalancerAttributes",
                            Match.arrayWith(List.of(Map.of("Key", "idle_timeout.timeout_seconds", "Value", "75")))));
        }

        @Test
        void deploysAnewWhenTheDatabasesUserHasChanged() {
            fargate.hasResourceProperties(
                    "AWS::Events::Rule",
                    Map.of(
                            "EventPattern",
                            Match.objectLike(Map.of(
                                    "detail", Match.objectLike(Map.of("eventName", List.of("RotationSucceeded")))))));
        }
    }

    @Nested
    class Worker {

        private final Template full =
                FULL.template(installation -> installation.worker().getFirst());

        @Test
        void growsWithTheAgeOfTheQueue() {
            full.hasResourceProperties(
                    "AWS::CloudWatch::Alarm", Map.of("MetricName", "haetae_queue_age_seconds", "Namespace", "Haetae"));
        }

        @Test
        void holdsAnInstanceBackUntilItsWorkerHasFinished() {
            full.hasResourceProperties(
                    "AWS::AutoScaling::LifecycleHook",
                    Map.of(
                            "LifecycleTransition", "autoscaling:EC2_INSTANCE_TERMINATING",
                            "LifecycleHookName", "drain",
                            "HeartbeatTimeout", 1_500));
        }

        @Test
        void givesTheWorkerItsCapabilitiesAndIsNotPrivileged() {
            String script = Resources.text("worker.sh");

            assertThat(script).contains("--cap-drop ALL").doesNotContain("--privileged");
            assertThat(script.split("--cap-add [A-Z_]+")).hasSize(9);
        }
    }

    @Nested
    class Operations {

        private final Template full = FULL.template(Installation::operations);

        @ParameterizedTest
        @CsvSource({"haetae-StudentsWait", "haetae-NoWorker", "haetae-DeadLetters", "haetae-DatabaseStorage"})
        void wakesAnOperator(String alarm) {
            full.hasResourceProperties(
                    "AWS::CloudWatch::Alarm", Map.of("AlarmName", alarm, "AlarmActions", Match.anyValue()));
        }

        @Test
        void namesOnlyFiguresThatTheCollectorBrings() {
            String collected = Resources.text("collector.yaml");

            full.findResources("AWS::CloudWatch::Alarm", Map.of("Properties", Map.of("Namespace", "Haetae")))
                    .values()
                    .forEach(alarm -> assertThat(collected)
                            .contains(((Map<?, ?>) alarm.get("Properties"))
                                    .get("MetricName")
                                    .toString()));
        }

        @Test
        void hasNoBastion() {
            for (TestInstallation installation : TestInstallation.values()) {
                installation
                        .get()
                        .stacks()
                        .forEach(stack -> installation.template(_ -> stack).resourceCountIs("AWS::EC2::Instance", 0));
            }
        }
    }

    @Nested
    class Delivery {

        @Test
        void trustsTheReleaseBranchOnly() {
            FULL.template(Installation::delivery)
                    .hasResourceProperties(
                            "AWS::IAM::Role",
                            Map.of(
                                    "AssumeRolePolicyDocument",
                                    Match.objectLike(
                                            Map.of(
                                                    "Statement",
                                                    List.of(
                                                            Match.objectLike(
                                                                    Map.of(
                                                                            "Condition",
                                                                            Map.of(
                                                                                    "StringEquals",
                                                                                    Match.objectLike(
                                                                                            Map.of(
                                                                                                    "token.actions.githubusercontent.com:sub",
                                                                                                    "repo:example/haetae:ref:refs/heads/release"))))))))));
        }

        @Test
        void keepsImagesAsTheyWerePushed() {
            FULL.template(Installation::delivery)
                    .hasResourceProperties("AWS::ECR::Repository", Map.of("ImageTagMutability", "IMMUTABLE"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "account, 12",
        "domain, localhost",
        "judges, everywhere",
        "judges, 0.0.0.0/0",
        "size, huge",
        "launch, lambda",
        "region, ''"
    })
    void refusesAContextThatCannotBe(String key, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Settings.of(TestInstallation.app(Map.of(key, value)).getNode()));
    }
}
