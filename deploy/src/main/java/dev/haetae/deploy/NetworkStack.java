package dev.haetae.deploy;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ec2.CfnEIP;
import software.amazon.awscdk.services.ec2.FlowLogDestination;
import software.amazon.awscdk.services.ec2.FlowLogOptions;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.IpAddresses;
import software.amazon.awscdk.services.ec2.NatGatewayProps;
import software.amazon.awscdk.services.ec2.NatProvider;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.constructs.Construct;

/** The network, and who may talk to whom in it: nothing is open but what a line here opens. */
final class NetworkStack extends Stack {

    private static final String APP = "app";
    private static final String DATA = "data";

    final Vpc vpc;
    final Bucket accessLogs;
    final SecurityGroup loadBalancer;
    final SecurityGroup api;
    final SecurityGroup database;
    final SecurityGroup cache;
    final SecurityGroup broker;
    final SecurityGroup brokerEntrance;
    final SecurityGroup worker;

    NetworkStack(Construct scope, String id, StackProps props, Settings settings) {
        super(scope, id, props);
        vpc = vpc(settings);
        accessLogs = Bucket.Builder.create(this, "AccessLogs")
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .encryption(BucketEncryption.S3_MANAGED)
                .enforceSsl(true)
                .lifecycleRules(List.of(
                        LifecycleRule.builder().expiration(Duration.days(90)).build()))
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        loadBalancer = group("LoadBalancer", "what CloudFront reaches");
        api = group("Api", "tasks of the API");
        database = group("Database", "PostgreSQL");
        cache = group("Cache", "Valkey");
        broker = group("Broker", "RabbitMQ");
        brokerEntrance = group("BrokerEntrance", "what on-prem judge servers reach");
        worker = group("Worker", "judge workers on EC2");
        openWays(settings);
    }

    /** Subnets of those that run programs. */
    SubnetSelection app() {
        return SubnetSelection.builder().subnetGroupName(APP).build();
    }

    /** Subnets without a way out. */
    SubnetSelection data() {
        return SubnetSelection.builder().subnetGroupName(DATA).build();
    }

    /** Subnets of load balancers. */
    SubnetSelection front() {
        return SubnetSelection.builder().subnetGroupName("public").build();
    }

    private Vpc vpc(Settings settings) {
        Vpc.Builder network = Vpc.Builder.create(this, "Vpc")
                .ipAddresses(IpAddresses.cidr(settings.cidr()))
                .availabilityZones(List.of(settings.region() + "a", settings.region() + "b"))
                .subnetConfiguration(List.of(
                        subnets("public", SubnetType.PUBLIC),
                        subnets(APP, settings.size().pick(SubnetType.PRIVATE_WITH_EGRESS, SubnetType.PUBLIC)),
                        subnets(DATA, SubnetType.PRIVATE_ISOLATED)));
        if (settings.size().isFull()) {
            network.natGateways(2)
                    .natGatewayProvider(NatProvider.gateway(NatGatewayProps.builder()
                            .eipAllocationIds(addresses())
                            .build()));
        } else {
            network.natGateways(0);
        }
        Vpc vpc = network.build();
        vpc.addGatewayEndpoint(
                "S3",
                GatewayVpcEndpointOptions.builder()
                        .service(GatewayVpcEndpointAwsService.S3)
                        .build());
        LogGroup flows = LogGroup.Builder.create(this, "FlowLog")
                .retention(RetentionDays.ONE_MONTH)
                .build();
        vpc.addFlowLog(
                "Flows",
                FlowLogOptions.builder()
                        .destination(FlowLogDestination.toCloudWatchLogs(flows))
                        .build());
        return vpc;
    }

    /** The addresses from which everything inside comes, for the allow-lists of others. */
    private List<String> addresses() {
        List<String> allocations = new ArrayList<>();
        for (int zone = 1; zone <= 2; zone++) {
            CfnEIP address =
                    CfnEIP.Builder.create(this, "Egress" + zone).domain("vpc").build();
            CfnOutput.Builder.create(this, "EgressAddress" + zone)
                    .description("What is inside comes from this address")
                    .value(address.getRef())
                    .build();
            allocations.add(address.getAttrAllocationId());
        }
        return allocations;
    }

    private static SubnetConfiguration subnets(String name, SubnetType type) {
        return SubnetConfiguration.builder()
                .name(name)
                .subnetType(type)
                .cidrMask(24)
                .build();
    }

    private SecurityGroup group(String id, String description) {
        return SecurityGroup.Builder.create(this, id)
                .vpc(vpc)
                .description(description)
                .allowAllOutbound(true)
                .build();
    }

    private void openWays(Settings settings) {
        loadBalancer.addIngressRule(
                Peer.prefixList(settings.cloudFrontPrefixList()), Port.tcp(443), "CloudFront, nobody else");
        switch (settings.launch()) {
            case FARGATE -> api.addIngressRule(loadBalancer, Port.tcp(8080), "requests");
            case EC2 -> api.addIngressRule(loadBalancer, Port.tcpRange(32_768, 65_535), "requests, at dynamic ports");
        }
        database.addIngressRule(api, Port.tcp(5432), "the API");
        cache.addIngressRule(api, Port.tcp(6379), "the API");
        broker.addIngressRule(api, Port.tcp(5671), "the API");
        broker.addIngressRule(api, Port.tcp(443), "the task that makes the broker's users");
        broker.addIngressRule(brokerEntrance, Port.tcp(5671), "on-prem judge servers, by the load balancer");
        broker.addIngressRule(worker, Port.tcp(5671), "judge workers");
        for (String judge : settings.judges()) {
            brokerEntrance.addIngressRule(Peer.ipv4(judge), Port.tcp(5671), "an on-prem judge server");
        }
    }
}
