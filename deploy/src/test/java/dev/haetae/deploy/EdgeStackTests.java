package dev.haetae.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

/** What stands between users and everything else. */
class EdgeStackTests {

    private final Template edge = TestInstallation.FULL.template(Installation::edge);

    @Test
    void choosesBehavioursByPrecedence() {
        List<Object> paths = behaviors().stream()
                .<Object>map(behavior -> behavior.get("PathPattern"))
                .toList();

        assertThat(paths.indexOf("/api/v1/problems/*/submissions")).isLessThan(paths.indexOf("/api/v1/problems*"));
        assertThat(paths.indexOf("/api/v1/problems*")).isLessThan(paths.indexOf("/api/*"));
        assertThat(paths).contains("/internal/*");
    }

    @Test
    void keepsPublicReadsForSecondsAndApartByReader() {
        edge.hasResourceProperties(
                "AWS::CloudFront::CachePolicy",
                Map.of(
                        "CachePolicyConfig",
                        Match.objectLike(Map.of(
                                "MinTTL",
                                10,
                                "MaxTTL",
                                60,
                                "ParametersInCacheKeyAndForwardedToOrigin",
                                Match.objectLike(Map.of(
                                        "HeadersConfig",
                                        Match.objectLike(
                                                Map.of("Headers", Match.arrayWith(List.of("Authorization"))))))))));
    }

    @Test
    void keepsNoPersonalAnswer() {
        // AWS's own policy CachingDisabled.
        assertThat(behaviors())
                .filteredOn(behavior -> List.of("/api/*", "/internal/*", "/api/v1/problems/*/submissions")
                        .contains(behavior.get("PathPattern")))
                .hasSize(3)
                .allSatisfy(behavior ->
                        assertThat(behavior.get("CachePolicyId")).isEqualTo("4135ea2d-6df8-44a3-9df3-4b5a84be39ad"));
    }

    @Test
    void readsTheFrontEndFromABucketThatNobodyElseReads() {
        edge.hasResourceProperties(
                "AWS::CloudFront::OriginAccessControl",
                Map.of("OriginAccessControlConfig", Match.objectLike(Map.of("SigningBehavior", "always"))));
        edge.allResourcesProperties(
                "AWS::S3::Bucket",
                Map.of("PublicAccessBlockConfiguration", Match.objectLike(Map.of("BlockPublicPolicy", true))));
    }

    @Test
    void waitsLongerThanLiveEventsAreSilent() {
        edge.hasResourceProperties(
                "AWS::CloudFront::Distribution",
                Map.of(
                        "DistributionConfig",
                        Match.objectLike(Map.of(
                                "Origins",
                                Match.arrayWith(List.of(Match.objectLike(Map.of(
                                        "CustomOriginConfig",
                                        Match.objectLike(Map.of(
                                                "OriginReadTimeout", 60, "OriginProtocolPolicy", "https-only"))))))))));
    }

    @Test
    void limitsWhatOneAddressMaySend() {
        edge.hasResourceProperties(
                "AWS::WAFv2::WebACL",
                Map.of(
                        "Scope",
                        "CLOUDFRONT",
                        "Rules",
                        Match.arrayWith(List.of(Match.objectLike(
                                Map.of("Statement", Map.of("RateBasedStatement", Match.anyValue())))))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SizeRestrictions_BODY", "CrossSiteScripting_BODY", "SQLi_BODY"})
    void looksAtNoBodyThatBringsCode(String rule) {
        Map<String, Object> onlyCounted = Map.of("Name", rule, "ActionToUse", Map.of("Count", Map.of()));
        Map<String, Object> codePaths =
                Map.of("RegexMatchStatement", Match.objectLike(Map.of("RegexString", WebAcl.CODE_PATHS)));

        hasManagedRule(
                Map.of("RuleActionOverrides", Match.arrayWith(List.of(onlyCounted)), "ScopeDownStatement", codePaths));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWSManagedRulesCommonRuleSet", "AWSManagedRulesSQLiRuleSet"})
    void looksAtEveryOtherBody(String group) {
        Map<String, Object> elsewhere = Map.of("NotStatement", Match.anyValue());

        hasManagedRule(Map.of("Name", group, "RuleActionOverrides", Match.absent(), "ScopeDownStatement", elsewhere));
    }

    private void hasManagedRule(Map<String, Object> statement) {
        Map<String, Object> rule =
                Map.of("Statement", Map.of("ManagedRuleGroupStatement", Match.objectLike(statement)));
        edge.hasResourceProperties(
                "AWS::WAFv2::WebACL", Map.of("Rules", Match.arrayWith(List.of(Match.objectLike(rule)))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/problems/hello/submissions",
                "/api/v1/runs",
                "/api/v1/admin/problems/import",
                "/api/v1/admin/problems/hello/tests/secret/1"
            })
    void knowsThePathsThatBringCode(String path) {
        assertThat(path).matches(WebAcl.CODE_PATHS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/auth/login", "/api/v1/problems/hello", "/api/v1/admin/users/kim", "/api/v1/runs/1/x"})
    void takesNoOtherPathForOne(String path) {
        assertThat(path).doesNotMatch(WebAcl.CODE_PATHS);
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> behaviors() {
        Map<String, Object> distribution = edge.findResources("AWS::CloudFront::Distribution")
                .values()
                .iterator()
                .next();
        Map<String, Object> properties = (Map<String, Object>) distribution.get("Properties");
        Map<String, Object> config = (Map<String, Object>) properties.get("DistributionConfig");
        return (List<Map<String, Object>>) config.get("CacheBehaviors");
    }
}
