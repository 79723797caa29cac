package dev.haetae.deploy;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.LaunchTemplate;
import software.amazon.awscdk.services.ecs.AlarmBehavior;
import software.amazon.awscdk.services.ecs.AmiHardwareType;
import software.amazon.awscdk.services.ecs.AsgCapacityProvider;
import software.amazon.awscdk.services.ecs.AvailabilityZoneRebalancing;
import software.amazon.awscdk.services.ecs.BaseService;
import software.amazon.awscdk.services.ecs.CapacityProviderStrategy;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.CpuArchitecture;
import software.amazon.awscdk.services.ecs.DeploymentAlarmConfig;
import software.amazon.awscdk.services.ecs.DeploymentCircuitBreaker;
import software.amazon.awscdk.services.ecs.DeploymentStrategy;
import software.amazon.awscdk.services.ecs.Ec2Service;
import software.amazon.awscdk.services.ecs.Ec2TaskDefinition;
import software.amazon.awscdk.services.ecs.EcsOptimizedImage;
import software.amazon.awscdk.services.ecs.FargateService;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.ecs.OperatingSystemFamily;
import software.amazon.awscdk.services.ecs.RuntimePlatform;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/** The API as a service of ECS, on Fargate or on instances. */
final class Api extends Construct {

    final BaseService service;

    private final Settings settings;
    private final Place place;
    private final DeploymentAlarmConfig alarms;

    /** Where it runs. */
    record Place(Cluster cluster, NetworkStack network) {}

    Api(Construct scope, String id, Settings settings, Place place, ApiTask task, ContainerImage image, Alarm alarm) {
        super(scope, id);
        this.settings = settings;
        this.place = place;
        this.alarms = DeploymentAlarmConfig.builder()
                .alarmNames(List.of(alarm.getAlarmName()))
                .behavior(AlarmBehavior.ROLLBACK_ON_ALARM)
                .build();
        this.service = switch (settings.launch()) {
            case FARGATE -> fargate(task, image);
            case EC2 -> onInstances(task, image);
        };
        service.getNode().addDependency(alarm);
    }

    private FargateService fargate(ApiTask task, ContainerImage image) {
        FargateTaskDefinition definition = FargateTaskDefinition.Builder.create(this, "Task")
                .cpu(settings.size().pick(1_024, 512))
                .memoryLimitMiB(2_048)
                .runtimePlatform(RuntimePlatform.builder()
                        .cpuArchitecture(CpuArchitecture.X86_64)
                        .operatingSystemFamily(OperatingSystemFamily.LINUX)
                        .build())
                .build();
        task.into(definition, image, ApiTask.PORT);
        return FargateService.Builder.create(this, "Service")
                .cluster(place.cluster())
                .taskDefinition(definition)
                .desiredCount(settings.size().pick(2, 1))
                .assignPublicIp(!settings.size().isFull())
                .vpcSubnets(place.network().app())
                .securityGroups(List.of(place.network().api))
                .deploymentStrategy(DeploymentStrategy.BLUE_GREEN)
                .bakeTime(Duration.minutes(ServiceStack.BAKE_MINUTES))
                .deploymentAlarms(alarms)
                .circuitBreaker(rollback())
                .healthCheckGracePeriod(Duration.minutes(2))
                .minHealthyPercent(100)
                .availabilityZoneRebalancing(AvailabilityZoneRebalancing.ENABLED)
                .enableExecuteCommand(true)
                .build();
    }

    private Ec2Service onInstances(ApiTask task, ContainerImage image) {
        Ec2TaskDefinition definition =
                Ec2TaskDefinition.Builder.create(this, "Task").build();
        task.into(definition, image, 0);
        AsgCapacityProvider instances = instances();
        return Ec2Service.Builder.create(this, "Service")
                .cluster(place.cluster())
                .taskDefinition(definition)
                .desiredCount(settings.size().pick(2, 1))
                .capacityProviderStrategies(List.of(CapacityProviderStrategy.builder()
                        .capacityProvider(instances.getCapacityProviderName())
                        .weight(1)
                        .build()))
                .deploymentStrategy(DeploymentStrategy.BLUE_GREEN)
                .bakeTime(Duration.minutes(ServiceStack.BAKE_MINUTES))
                .deploymentAlarms(alarms)
                .circuitBreaker(rollback())
                .healthCheckGracePeriod(Duration.minutes(2))
                .minHealthyPercent(100)
                .enableExecuteCommand(true)
                .build();
    }

    /** A new set of tasks that does not come up at all never gets as far as an alarm. */
    private static DeploymentCircuitBreaker rollback() {
        return DeploymentCircuitBreaker.builder().rollback(true).build();
    }

    private AsgCapacityProvider instances() {
        Role role = Role.Builder.create(this, "InstanceRole")
                .assumedBy(new ServicePrincipal("ec2.amazonaws.com"))
                .managedPolicies(List.of(
                        ManagedPolicy.fromAwsManagedPolicyName("service-role/AmazonEC2ContainerServiceforEC2Role"),
                        ManagedPolicy.fromAwsManagedPolicyName("AmazonSSMManagedInstanceCore")))
                .build();
        LaunchTemplate template = Instances.template(
                this,
                new Instances.Spec(
                        EcsOptimizedImage.amazonLinux2023(AmiHardwareType.STANDARD),
                        new InstanceType("m7i.large"),
                        place.network().api,
                        role));
        AutoScalingGroup group = AutoScalingGroup.Builder.create(this, "Instances")
                .vpc(place.network().vpc)
                .vpcSubnets(place.network().app())
                .launchTemplate(template)
                .minCapacity(settings.size().pick(2, 1))
                // A deployment has two of everything for a while.
                .maxCapacity(settings.size().pick(8, 3))
                .build();
        AsgCapacityProvider provider = AsgCapacityProvider.Builder.create(this, "Capacity")
                .autoScalingGroup(group)
                .enableManagedTerminationProtection(true)
                .build();
        place.cluster().addAsgCapacityProvider(provider);
        return provider;
    }
}
