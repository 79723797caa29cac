package dev.haetae.deploy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.route53.HostedZone;
import software.amazon.awscdk.services.route53.HostedZoneAttributes;
import software.amazon.awscdk.services.route53.IHostedZone;

/**
 * All stacks of one installation, each on those before it.
 *
 * @param worker empty where only on-prem servers judge
 */
record Installation(
        NetworkStack network,
        DeliveryStack delivery,
        DataStack data,
        MessagingStack messaging,
        ServiceStack service,
        EdgeStack edge,
        OperationsStack operations,
        List<WorkerStack> worker) {

    private static final String CLOUDFRONT_REGION = "us-east-1";

    static Installation in(App app, Settings settings) {
        StackProps here = props(settings, settings.region());
        NetworkStack network = new NetworkStack(app, "HaetaeNetwork", here, settings);
        DeliveryStack delivery = new DeliveryStack(app, "HaetaeDelivery", here, settings);
        DataStack data = new DataStack(app, "HaetaeData", here, settings, network);
        MessagingStack messaging = new MessagingStack(app, "HaetaeMessaging", here, settings, network);
        ServiceStack service =
                new ServiceStack(app, "HaetaeService", here, settings, new Below(network, delivery, data, messaging));
        EdgeStack edge = new EdgeStack(app, "HaetaeEdge", props(settings, CLOUDFRONT_REGION), settings);
        OperationsStack operations = new OperationsStack(app, "HaetaeOperations", here, settings, data, service);
        List<WorkerStack> worker = settings.cloudWorkers()
                ? List.of(new WorkerStack(
                        app, "HaetaeWorker", here, settings, new Below(network, delivery, data, messaging), service))
                : List.of();
        Installation all = new Installation(network, delivery, data, messaging, service, edge, operations, worker);
        all.stacks().forEach(stack -> Accepted.in(stack, settings));
        return all;
    }

    /** What the service and the workers stand on. */
    record Below(NetworkStack network, DeliveryStack delivery, DataStack data, MessagingStack messaging) {}

    List<Stack> stacks() {
        return Stream.concat(Stream.of(network, delivery, data, messaging, service, edge, operations), worker.stream())
                .<Stack>map(stack -> stack)
                .toList();
    }

    private static StackProps props(Settings settings, String region) {
        return StackProps.builder()
                .env(Environment.builder()
                        .account(settings.account())
                        .region(region)
                        .build())
                .tags(Map.of("project", "haetae"))
                .terminationProtection(true)
                .build();
    }

    /** The zone of the domain, which exists before any stack. */
    static IHostedZone zone(Stack stack, Settings settings) {
        return HostedZone.fromHostedZoneAttributes(
                stack,
                "Zone",
                HostedZoneAttributes.builder()
                        .hostedZoneId(settings.hostedZoneId())
                        .zoneName(settings.hostedZoneName())
                        .build());
    }
}
