package dev.haetae.deploy;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ecr.LifecycleRule;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.ecr.TagMutability;
import software.amazon.awscdk.services.iam.OpenIdConnectProvider;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.WebIdentityPrincipal;
import software.constructs.Construct;

/** Where images come to lie, and who may bring them: the release branch's workflow, without a key that lives for long. */
final class DeliveryStack extends Stack {

    private static final String GITHUB = "token.actions.githubusercontent.com";

    final Repository api;
    final Repository worker;

    DeliveryStack(Construct scope, String id, StackProps props, Settings settings) {
        super(scope, id, props);
        api = repository("Api", "haetae-api");
        worker = repository("Worker", "haetae-judge-worker");
        OpenIdConnectProvider github = OpenIdConnectProvider.Builder.create(this, "GitHub")
                .url("https://" + GITHUB)
                .clientIds(List.of("sts.amazonaws.com"))
                .build();
        Role release = Role.Builder.create(this, "Release")
                .description("The workflow of the branch release")
                .assumedBy(new WebIdentityPrincipal(
                        github.getOpenIdConnectProviderArn(),
                        Map.of(
                                "StringEquals",
                                Map.of(
                                        GITHUB + ":aud",
                                        "sts.amazonaws.com",
                                        GITHUB + ":sub",
                                        "repo:" + settings.repository() + ":ref:refs/heads/release"))))
                .maxSessionDuration(Duration.hours(1))
                .build();
        api.grantPullPush(release);
        worker.grantPullPush(release);
        // CDK's own roles are what may change stacks; the workflow may only become them.
        release.addToPolicy(PolicyStatement.Builder.create()
                .actions(List.of("sts:AssumeRole"))
                .resources(List.of("arn:aws:iam::" + settings.account() + ":role/cdk-hnb659fds-*"))
                .build());
        CfnOutput.Builder.create(this, "ReleaseRole")
                .value(release.getRoleArn())
                .build();
    }

    private Repository repository(String id, String name) {
        return Repository.Builder.create(this, id)
                .repositoryName(name)
                .imageScanOnPush(true)
                .imageTagMutability(TagMutability.IMMUTABLE)
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .description("Enough to go back to")
                        .maxImageCount(30)
                        .build()))
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
    }
}
