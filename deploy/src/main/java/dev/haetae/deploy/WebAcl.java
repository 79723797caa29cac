package dev.haetae.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.amazon.awscdk.services.wafv2.CfnWebACL.ManagedRuleGroupStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleActionOverrideProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.StatementProperty;
import software.constructs.Construct;

/**
 * What is blocked before it reaches anything of ours: too many requests of one address, and what AWS's own rules take for attacks.
 *
 * <p>Source code looks like an attack, and a submission may be longer than the 8 KB that the core rules allow for a body. So each set of
 * rules stands here twice: whole, for everything but the paths that bring code or packages, and without the rules that look at bodies,
 * for these.
 */
final class WebAcl {

    /** Submissions, runs, imports of packages and their tests, in whichever order of path and method. */
    static final String CODE_PATHS = "^/api/v1/(problems/[^/]+/submissions|runs|admin/problems(/.*)?)$";

    private static final Map<String, List<String>> BODY_RULES = Map.of(
            "AWSManagedRulesCommonRuleSet",
            List.of(
                    "SizeRestrictions_BODY",
                    "EC2MetaDataSSRF_BODY",
                    "GenericLFI_BODY",
                    "GenericRFI_BODY",
                    "CrossSiteScripting_BODY"),
            "AWSManagedRulesSQLiRuleSet",
            List.of("SQLi_BODY", "SQLiExtendedPatterns_BODY"),
            "AWSManagedRulesKnownBadInputsRuleSet",
            List.of("JavaDeserializationRCE_BODY", "Log4JRCE_BODY"));

    private static final List<String> GROUPS = List.of(
            "AWSManagedRulesCommonRuleSet", "AWSManagedRulesSQLiRuleSet", "AWSManagedRulesKnownBadInputsRuleSet");

    private WebAcl() {}

    static CfnWebACL in(Construct scope) {
        List<RuleProperty> rules = new ArrayList<>();
        rules.add(atMost(rules.size(), "Requests", 3_000, null));
        rules.add(atMost(rules.size(), "Logins", 100, path("^/api/v1/auth/")));
        for (String group : GROUPS) {
            rules.add(managed(rules.size(), group, group, not(path(CODE_PATHS)), List.of()));
            rules.add(managed(rules.size(), group + "WithoutBodies", group, path(CODE_PATHS), BODY_RULES.get(group)));
        }
        return CfnWebACL.Builder.create(scope, "WebAcl")
                .scope("CLOUDFRONT")
                .defaultAction(CfnWebACL.DefaultActionProperty.builder()
                        .allow(CfnWebACL.AllowActionProperty.builder().build())
                        .build())
                .visibilityConfig(visible("haetae"))
                .rules(rules)
                .build();
    }

    /** Blocks an address that sends more than so many requests in five minutes. */
    private static RuleProperty atMost(int priority, String name, int limit, StatementProperty scope) {
        return RuleProperty.builder()
                .name(name)
                .priority(priority)
                .action(RuleActionProperty.builder()
                        .block(CfnWebACL.BlockActionProperty.builder().build())
                        .build())
                .statement(StatementProperty.builder()
                        .rateBasedStatement(CfnWebACL.RateBasedStatementProperty.builder()
                                .aggregateKeyType("IP")
                                .limit(limit)
                                .scopeDownStatement(scope)
                                .build())
                        .build())
                .visibilityConfig(visible(name))
                .build();
    }

    private static RuleProperty managed(
            int priority, String name, String group, StatementProperty scope, List<String> onlyCounted) {
        List<RuleActionOverrideProperty> overrides = onlyCounted.stream()
                .map(rule -> RuleActionOverrideProperty.builder()
                        .name(rule)
                        .actionToUse(RuleActionProperty.builder()
                                .count(CfnWebACL.CountActionProperty.builder().build())
                                .build())
                        .build())
                .toList();
        return RuleProperty.builder()
                .name(name)
                .priority(priority)
                .overrideAction(CfnWebACL.OverrideActionProperty.builder()
                        .none(Map.of())
                        .build())
                .statement(StatementProperty.builder()
                        .managedRuleGroupStatement(ManagedRuleGroupStatementProperty.builder()
                                .vendorName("AWS")
                                .name(group)
                                .scopeDownStatement(scope)
                                .ruleActionOverrides(overrides.isEmpty() ? null : overrides)
                                .build())
                        .build())
                .visibilityConfig(visible(name))
                .build();
    }

    private static StatementProperty path(String pattern) {
        return StatementProperty.builder()
                .regexMatchStatement(CfnWebACL.RegexMatchStatementProperty.builder()
                        .fieldToMatch(CfnWebACL.FieldToMatchProperty.builder()
                                .uriPath(Map.of())
                                .build())
                        .regexString(pattern)
                        .textTransformations(List.of(CfnWebACL.TextTransformationProperty.builder()
                                .priority(0)
                                .type("NONE")
                                .build()))
                        .build())
                .build();
    }

    private static StatementProperty not(StatementProperty statement) {
        return StatementProperty.builder()
                .notStatement(CfnWebACL.NotStatementProperty.builder()
                        .statement(statement)
                        .build())
                .build();
    }

    private static CfnWebACL.VisibilityConfigProperty visible(String name) {
        return CfnWebACL.VisibilityConfigProperty.builder()
                .cloudWatchMetricsEnabled(true)
                .sampledRequestsEnabled(true)
                .metricName(name)
                .build();
    }
}
