package dev.haetae.deploy;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.certificatemanager.CertificateValidation;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListenerRule;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseApplicationListenerProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.FixedResponseOptions;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCertificate;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCondition;
import software.amazon.awscdk.services.elasticloadbalancingv2.RedirectOptions;
import software.amazon.awscdk.services.elasticloadbalancingv2.SslPolicy;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetType;
import software.amazon.awscdk.services.elasticloadbalancingv2.XffHeaderProcessingMode;
import software.amazon.awscdk.services.route53.ARecord;
import software.amazon.awscdk.services.route53.IHostedZone;
import software.amazon.awscdk.services.route53.RecordTarget;
import software.amazon.awscdk.services.route53.targets.LoadBalancerTarget;
import software.constructs.Construct;

/**
 * The load balancer: HTTPS under the origin's name, to the API by path, and two target groups between which a deployment changes.
 *
 * <p>Its address lets in CloudFront only, and its rule only that distribution which knows the secret of the header: anybody can have a
 * distribution.
 */
final class Front extends Construct {

    /** Longer than the 15 s between two signs of life of a stream of live events. */
    static final Duration IDLE = Duration.seconds(75);

    static final String SECRET_HEADER = "X-Haetae-Origin";

    private static final List<List<String>> PATHS =
            List.of(List.of("/api/*", "/internal/*"), List.of("/docs", "/swagger-ui/*", "/v3/api-docs*"));

    final ApplicationLoadBalancer balancer;
    final ApplicationTargetGroup blue;
    final ApplicationTargetGroup green;
    final ApplicationListenerRule rule;
    final ApplicationListener listener;

    Front(Construct scope, String id, Settings settings, NetworkStack network, String secret) {
        super(scope, id);
        IHostedZone zone = Installation.zone(Stack.of(this), settings);
        balancer = ApplicationLoadBalancer.Builder.create(this, "Balancer")
                .vpc(network.vpc)
                .vpcSubnets(network.front())
                .internetFacing(true)
                .securityGroup(network.loadBalancer)
                .idleTimeout(IDLE)
                .dropInvalidHeaderFields(true)
                // CloudFront has written the client's address last, which the API shall find there.
                .xffHeaderProcessingMode(XffHeaderProcessingMode.PRESERVE)
                .deletionProtection(true)
                .build();
        balancer.logAccessLogs(network.accessLogs, "api");
        blue = targets("Blue", settings, network);
        green = targets("Green", settings, network);
        listener = https(settings, zone);
        rule = route("Api", 10, settings, secret, PATHS.get(0));
        route("Docs", 20, settings, secret, PATHS.get(1));
        balancer.addListener(
                "Http",
                BaseApplicationListenerProps.builder()
                        .port(80)
                        .open(false)
                        .defaultAction(ListenerAction.redirect(RedirectOptions.builder()
                                .protocol("HTTPS")
                                .port("443")
                                .permanent(true)
                                .build()))
                        .build());
        ARecord.Builder.create(this, "Name")
                .zone(zone)
                .recordName(settings.origin() + ".")
                .target(RecordTarget.fromAlias(new LoadBalancerTarget(balancer)))
                .build();
    }

    private ApplicationListener https(Settings settings, IHostedZone zone) {
        Certificate certificate = Certificate.Builder.create(this, "Certificate")
                .domainName(settings.origin())
                .validation(CertificateValidation.fromDns(zone))
                .build();
        return balancer.addListener(
                "Https",
                BaseApplicationListenerProps.builder()
                        .port(443)
                        .open(false)
                        .protocol(ApplicationProtocol.HTTPS)
                        .sslPolicy(SslPolicy.RECOMMENDED_TLS)
                        .certificates(List.of(ListenerCertificate.fromCertificateManager(certificate)))
                        .defaultAction(ListenerAction.fixedResponse(
                                404,
                                FixedResponseOptions.builder()
                                        .contentType("text/plain")
                                        .messageBody("Not here")
                                        .build()))
                        .build());
    }

    private ApplicationListenerRule route(
            String id, int priority, Settings settings, String secret, List<String> paths) {
        return ApplicationListenerRule.Builder.create(this, id)
                .listener(listener)
                .priority(priority)
                .conditions(List.of(
                        ListenerCondition.hostHeaders(List.of(settings.origin(), settings.domain())),
                        ListenerCondition.httpHeader(SECRET_HEADER, List.of(secret)),
                        ListenerCondition.pathPatterns(paths)))
                .action(ListenerAction.forward(List.of(blue)))
                .build();
    }

    private ApplicationTargetGroup targets(String id, Settings settings, NetworkStack network) {
        return ApplicationTargetGroup.Builder.create(this, id)
                .vpc(network.vpc)
                .protocol(ApplicationProtocol.HTTP)
                .port(ApiTask.PORT)
                .targetType(settings.launch() == Launch.FARGATE ? TargetType.IP : TargetType.INSTANCE)
                .deregistrationDelay(Duration.seconds(30))
                .healthCheck(HealthCheck.builder()
                        .path("/readyz")
                        .interval(Duration.seconds(10))
                        .healthyThresholdCount(2)
                        .unhealthyThresholdCount(3)
                        .build())
                .build();
    }
}
