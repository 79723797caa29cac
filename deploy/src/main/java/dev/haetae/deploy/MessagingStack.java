package dev.haetae.deploy;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.amazonmq.CfnBroker;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.certificatemanager.CertificateValidation;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCertificate;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkListenerProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.Protocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.SslPolicy;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetType;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.route53.ARecord;
import software.amazon.awscdk.services.route53.IHostedZone;
import software.amazon.awscdk.services.route53.RecordTarget;
import software.amazon.awscdk.services.route53.targets.LoadBalancerTarget;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.constructs.Construct;

/**
 * RabbitMQ, private, and an entrance for on-prem judge servers.
 *
 * <p>A public broker of Amazon MQ takes no security group: whoever knows its name could try passwords. So the broker is private, and a
 * network load balancer lets in who comes from a judge server's address, AMQPS only. It ends TLS under a name of ours and begins it anew.
 * The broker's own addresses are nowhere to be had but from its network interfaces, which a function looks up every five minutes.
 */
final class MessagingStack extends Stack {

    private static final int AMQPS = 5671;

    final CfnBroker broker;
    final Secret administrator;
    final Secret apiPassword;
    final Secret workerPassword;

    MessagingStack(Construct scope, String id, StackProps props, Settings settings, NetworkStack network) {
        super(scope, id, props);
        IHostedZone zone = Installation.zone(this, settings);
        administrator = GeneratedSecret.password(this, "Administrator");
        apiPassword = GeneratedSecret.password(this, "ApiPassword");
        workerPassword = GeneratedSecret.password(this, "WorkerPassword");
        broker = broker(settings, network);
        NetworkTargetGroup targets = entrance(settings, network, zone);
        keepTargets(network, targets);
    }

    /** The broker's host, from its address {@code amqps://HOST:5671}. */
    String host() {
        return Addresses.host(broker);
    }

    private CfnBroker broker(Settings settings, NetworkStack network) {
        boolean full = settings.size().isFull();
        List<String> subnets = network.vpc.selectSubnets(network.data()).getSubnets().stream()
                .map(ISubnet::getSubnetId)
                .toList();
        return CfnBroker.Builder.create(this, "Broker")
                .brokerName("haetae")
                .engineType("RABBITMQ")
                .engineVersion("4.2")
                .hostInstanceType("mq.m7g.medium")
                .deploymentMode(full ? "CLUSTER_MULTI_AZ" : "SINGLE_INSTANCE")
                .publiclyAccessible(false)
                .autoMinorVersionUpgrade(true)
                .subnetIds(full ? subnets : subnets.subList(0, 1))
                .securityGroups(List.of(network.broker.getSecurityGroupId()))
                .logs(CfnBroker.LogListProperty.builder().general(true).build())
                .users(List.of(CfnBroker.UserProperty.builder()
                        .username("administrator")
                        .password(administrator.getSecretValue().unsafeUnwrap())
                        .build()))
                .build();
    }

    private NetworkTargetGroup entrance(Settings settings, NetworkStack network, IHostedZone zone) {
        NetworkLoadBalancer balancer = NetworkLoadBalancer.Builder.create(this, "Entrance")
                .vpc(network.vpc)
                .vpcSubnets(network.front())
                .internetFacing(true)
                .crossZoneEnabled(true)
                .securityGroups(List.of(network.brokerEntrance))
                .build();
        balancer.logAccessLogs(network.accessLogs, "broker");
        NetworkTargetGroup targets = NetworkTargetGroup.Builder.create(this, "Brokers")
                .vpc(network.vpc)
                .port(AMQPS)
                .protocol(Protocol.TLS)
                .targetType(TargetType.IP)
                .preserveClientIp(false)
                .healthCheck(HealthCheck.builder().protocol(Protocol.TCP).build())
                .build();
        Certificate certificate = Certificate.Builder.create(this, "Certificate")
                .domainName(settings.brokerName())
                .validation(CertificateValidation.fromDns(zone))
                .build();
        balancer.addListener(
                "Amqps",
                NetworkListenerProps.builder()
                        .loadBalancer(balancer)
                        .port(AMQPS)
                        .protocol(Protocol.TLS)
                        .sslPolicy(SslPolicy.RECOMMENDED_TLS)
                        .certificates(List.of(ListenerCertificate.fromCertificateManager(certificate)))
                        .defaultTargetGroups(List.of(targets))
                        .build());
        ARecord.Builder.create(this, "Name")
                .zone(zone)
                .recordName(settings.brokerName() + ".")
                .target(RecordTarget.fromAlias(new LoadBalancerTarget(balancer)))
                .build();
        CfnOutput.Builder.create(this, "JudgeServersReach")
                .value("amqps://" + settings.brokerName() + ":" + AMQPS)
                .build();
        return targets;
    }

    private void keepTargets(NetworkStack network, NetworkTargetGroup targets) {
        Function function = Function.Builder.create(this, "KeepTargets")
                .runtime(Runtime.PYTHON_3_14)
                .handler("index.handle")
                .code(Code.fromInline(Resources.text("broker_targets.py")))
                .timeout(Duration.seconds(30))
                .environment(Map.of(
                        "BROKER_SECURITY_GROUP",
                        network.broker.getSecurityGroupId(),
                        "TARGET_GROUP",
                        targets.getTargetGroupArn()))
                .build();
        function.addToRolePolicy(PolicyStatement.Builder.create()
                .actions(List.of("ec2:DescribeNetworkInterfaces", "elasticloadbalancing:DescribeTargetHealth"))
                .resources(List.of("*"))
                .build());
        function.addToRolePolicy(PolicyStatement.Builder.create()
                .actions(List.of("elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DeregisterTargets"))
                .resources(List.of(targets.getTargetGroupArn()))
                .build());
        Rule.Builder.create(this, "KeepTargetsRegularly")
                .schedule(Schedule.rate(Duration.minutes(5)))
                .targets(List.of(new LambdaFunction(function)))
                .build();
    }
}
