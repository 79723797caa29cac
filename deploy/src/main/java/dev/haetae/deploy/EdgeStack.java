package dev.haetae.deploy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.certificatemanager.CertificateValidation;
import software.amazon.awscdk.services.cloudfront.AllowedMethods;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CacheHeaderBehavior;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.CacheQueryStringBehavior;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.HttpVersion;
import software.amazon.awscdk.services.cloudfront.ICachePolicy;
import software.amazon.awscdk.services.cloudfront.IOrigin;
import software.amazon.awscdk.services.cloudfront.OriginProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.OriginRequestPolicy;
import software.amazon.awscdk.services.cloudfront.PriceClass;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersPolicy;
import software.amazon.awscdk.services.cloudfront.SecurityPolicyProtocol;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.HttpOrigin;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOrigin;
import software.amazon.awscdk.services.route53.ARecord;
import software.amazon.awscdk.services.route53.IHostedZone;
import software.amazon.awscdk.services.route53.RecordTarget;
import software.amazon.awscdk.services.route53.targets.CloudFrontTarget;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/** What users see: one name, with the front end from a bucket and the API behind it. In us-east-1, where CloudFront looks for its things. */
final class EdgeStack extends Stack {

    private final ICachePolicy publicReads;
    private final IOrigin api;

    EdgeStack(Construct scope, String id, StackProps props, Settings settings) {
        super(scope, id, props);
        IHostedZone zone = Installation.zone(this, settings);
        CfnParameter secret = CfnParameter.Builder.create(this, "OriginSecret")
                .description("The same as the service stack's")
                .noEcho(true)
                .minLength(32)
                .build();
        api = HttpOrigin.Builder.create(settings.origin())
                .protocolPolicy(OriginProtocolPolicy.HTTPS_ONLY)
                .customHeaders(Map.of(Front.SECRET_HEADER, secret.getValueAsString()))
                // Live events say something every 15 s.
                .readTimeout(Duration.seconds(60))
                .keepaliveTimeout(Duration.seconds(60))
                .build();
        publicReads = publicReads();
        Bucket logs = bucket("Logs", ObjectOwnership.OBJECT_WRITER).build();
        Bucket frontEnd = bucket("FrontEnd", ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .serverAccessLogsBucket(logs)
                .serverAccessLogsPrefix("front-end/")
                .build();
        Certificate certificate = Certificate.Builder.create(this, "Certificate")
                .domainName(settings.domain())
                .validation(CertificateValidation.fromDns(zone))
                .build();
        Distribution distribution = Distribution.Builder.create(this, "Distribution")
                .domainNames(List.of(settings.domain()))
                .certificate(certificate)
                .minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2_2021)
                .httpVersion(HttpVersion.HTTP2_AND_3)
                .priceClass(settings.size().pick(PriceClass.PRICE_CLASS_ALL, PriceClass.PRICE_CLASS_100))
                .webAclId(WebAcl.in(this).getAttrArn())
                .defaultRootObject("index.html")
                .defaultBehavior(frontEnd(frontEnd))
                .additionalBehaviors(behaviors())
                .logBucket(logs)
                .build();
        ARecord.Builder.create(this, "Name")
                .zone(zone)
                .recordName(settings.domain() + ".")
                .target(RecordTarget.fromAlias(new CloudFrontTarget(distribution)))
                .build();
        CfnOutput.Builder.create(this, "FrontEndBucket")
                .value(frontEnd.getBucketName())
                .build();
    }

    /** By precedence: the first path that fits decides. */
    private Map<String, BehaviorOptions> behaviors() {
        Map<String, BehaviorOptions> behaviors = new LinkedHashMap<>();
        behaviors.put("/internal/*", passed());
        behaviors.put("/api/v1/problems/*/submissions", passed());
        behaviors.put("/api/v1/problems*", cached());
        behaviors.put("/api/v1/languages", cached());
        behaviors.put("/api/*", passed());
        behaviors.put("/v3/api-docs*", passed());
        behaviors.put("/swagger-ui/*", passed());
        behaviors.put("/docs", passed());
        return behaviors;
    }

    private BehaviorOptions passed() {
        return BehaviorOptions.builder()
                .origin(api)
                .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
                .allowedMethods(AllowedMethods.ALLOW_ALL)
                .cachePolicy(CachePolicy.CACHING_DISABLED)
                .originRequestPolicy(OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER)
                .build();
    }

    private BehaviorOptions cached() {
        return BehaviorOptions.builder()
                .origin(api)
                .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
                .allowedMethods(AllowedMethods.ALLOW_GET_HEAD_OPTIONS)
                .cachePolicy(publicReads)
                .originRequestPolicy(OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER)
                .build();
    }

    /**
     * Problems change seldom, and everybody reads them when a contest begins. The API says that each reader has to ask again; the least time
     * to live overrules it here, and afterwards CloudFront asks by entity tag. Whoever is logged in shares with nobody.
     */
    private CachePolicy publicReads() {
        return CachePolicy.Builder.create(this, "PublicReads")
                .comment("Ten seconds for those who are not logged in")
                .minTtl(Duration.seconds(10))
                .defaultTtl(Duration.seconds(10))
                .maxTtl(Duration.seconds(60))
                .headerBehavior(CacheHeaderBehavior.allowList("Authorization", "Origin", "Accept"))
                .queryStringBehavior(CacheQueryStringBehavior.all())
                .enableAcceptEncodingGzip(true)
                .enableAcceptEncodingBrotli(true)
                .build();
    }

    private BehaviorOptions frontEnd(Bucket bucket) {
        return BehaviorOptions.builder()
                .origin(S3BucketOrigin.withOriginAccessControl(bucket))
                .viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS)
                .cachePolicy(CachePolicy.CACHING_OPTIMIZED)
                .responseHeadersPolicy(ResponseHeadersPolicy.SECURITY_HEADERS)
                .build();
    }

    private Bucket.Builder bucket(String id, ObjectOwnership ownership) {
        return Bucket.Builder.create(this, id)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .encryption(BucketEncryption.S3_MANAGED)
                .enforceSsl(true)
                .versioned(true)
                .objectOwnership(ownership)
                .removalPolicy(RemovalPolicy.RETAIN);
    }
}
