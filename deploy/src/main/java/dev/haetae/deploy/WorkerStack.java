package dev.haetae.deploy;

import java.util.List;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.autoscaling.AdjustmentType;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.autoscaling.BasicLifecycleHookProps;
import software.amazon.awscdk.services.autoscaling.BasicStepScalingPolicyProps;
import software.amazon.awscdk.services.autoscaling.DefaultResult;
import software.amazon.awscdk.services.autoscaling.LifecycleTransition;
import software.amazon.awscdk.services.autoscaling.ScalingInterval;
import software.amazon.awscdk.services.ec2.AmazonLinux2023ImageSsmParameterProps;
import software.amazon.awscdk.services.ec2.AmazonLinuxCpuType;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.LaunchTemplate;
import software.amazon.awscdk.services.ec2.MachineImage;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/**
 * Judge workers on EC2, as many as the age of the queue asks for. Not on Fargate: the sandbox makes namespaces, mounts and cgroups, for
 * which Fargate gives no container the capabilities.
 *
 * <p>An instance that is to go is held back until its worker has finished what it judges: the worker's script sees it in the instance's
 * metadata, drains, and lets it go.
 */
final class WorkerStack extends Stack {

    WorkerStack(
            Construct scope,
            String id,
            StackProps props,
            Settings settings,
            Installation.Below below,
            ServiceStack service) {
        super(scope, id, props);
        NetworkStack network = below.network();
        DeliveryStack delivery = below.delivery();
        MessagingStack messaging = below.messaging();
        String tag = CfnParameter.Builder.create(this, "ImageTag")
                .description("Of the image to run: a commit's hash")
                .build()
                .getValueAsString();
        Role role = Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("ec2.amazonaws.com"))
                .managedPolicies(List.of(ManagedPolicy.fromAwsManagedPolicyName("AmazonSSMManagedInstanceCore")))
                .build();
        delivery.worker.grantPull(role);
        messaging.workerPassword.grantRead(role);
        service.secrets.workerToken().grantRead(role);
        service.logs.grantWrite(role);
        LaunchTemplate template = Instances.template(
                this,
                new Instances.Spec(
                        MachineImage.latestAmazonLinux2023(AmazonLinux2023ImageSsmParameterProps.builder()
                                .cpuType(AmazonLinuxCpuType.X86_64)
                                .build()),
                        new InstanceType("c7i.xlarge"),
                        network.worker,
                        role));
        template.getUserData().addCommands(script(settings, below, service, tag));
        AutoScalingGroup group = AutoScalingGroup.Builder.create(this, "Workers")
                .vpc(network.vpc)
                .vpcSubnets(network.app())
                .launchTemplate(template)
                .minCapacity(settings.size().pick(1, 0))
                .maxCapacity(settings.size().pick(8, 2))
                .build();
        drain(group, role);
        scale(group);
    }

    /** The program of an instance, told where everything is. */
    private String script(Settings settings, Installation.Below below, ServiceStack service, String tag) {
        DeliveryStack delivery = below.delivery();
        MessagingStack messaging = below.messaging();
        return Resources.text("worker.sh")
                .replace("{{region}}", settings.region())
                .replace("{{registry}}", delivery.worker.getRegistryUri())
                .replace("{{image}}", delivery.worker.repositoryUriForTag(tag))
                .replace("{{broker}}", messaging.host())
                .replace("{{api}}", "https://" + settings.domain())
                .replace("{{broker-secret}}", messaging.workerPassword.getSecretArn())
                .replace("{{token-secret}}", service.secrets.workerToken().getSecretArn())
                .replace("{{tracing}}", settings.tracing())
                .replace("{{log-group}}", service.logs.getLogGroupName());
    }

    private void drain(AutoScalingGroup group, Role role) {
        group.addLifecycleHook(
                "Drain",
                BasicLifecycleHookProps.builder()
                        .lifecycleHookName("drain")
                        .lifecycleTransition(LifecycleTransition.INSTANCE_TERMINATING)
                        // One judging is over after 20 minutes at the latest.
                        .heartbeatTimeout(Duration.minutes(25))
                        .defaultResult(DefaultResult.CONTINUE)
                        .build());
        role.addToPolicy(PolicyStatement.Builder.create()
                .actions(List.of("autoscaling:CompleteLifecycleAction"))
                .resources(List.of(formatArn(ArnComponents.builder()
                        .service("autoscaling")
                        .resource("autoScalingGroup")
                        .resourceName("*:autoScalingGroupName/" + getStackName() + "-*")
                        .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                        .build())))
                .build());
    }

    private static void scale(AutoScalingGroup group) {
        group.scaleOnMetric(
                "QueueAge",
                BasicStepScalingPolicyProps.builder()
                        .metric(Figures.queueAge())
                        .adjustmentType(AdjustmentType.CHANGE_IN_CAPACITY)
                        .scalingSteps(List.of(
                                ScalingInterval.builder().upper(2).change(-1).build(),
                                ScalingInterval.builder()
                                        .lower(20)
                                        .upper(120)
                                        .change(1)
                                        .build(),
                                ScalingInterval.builder().lower(120).change(3).build()))
                        .evaluationPeriods(3)
                        .cooldown(Duration.minutes(5))
                        .build());
    }
}
