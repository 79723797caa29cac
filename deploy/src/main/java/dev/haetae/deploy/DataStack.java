package dev.haetae.deploy;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.elasticache.CfnReplicationGroup;
import software.amazon.awscdk.services.elasticache.CfnSubnetGroup;
import software.amazon.awscdk.services.rds.Credentials;
import software.amazon.awscdk.services.rds.DatabaseInstance;
import software.amazon.awscdk.services.rds.DatabaseInstanceEngine;
import software.amazon.awscdk.services.rds.DatabaseSecret;
import software.amazon.awscdk.services.rds.ParameterGroup;
import software.amazon.awscdk.services.rds.PostgresEngineVersion;
import software.amazon.awscdk.services.rds.PostgresInstanceEngineProps;
import software.amazon.awscdk.services.rds.RotationMultiUserOptions;
import software.amazon.awscdk.services.rds.StorageType;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.constructs.Construct;

/**
 * What must not be lost, and what may: PostgreSQL, test data in a bucket that only the API's tasks and those whom they send there read, and a
 * cache.
 *
 * <p>Rotation takes turns between two users of the same rights, {@code haetae} and {@code haetae_clone}: what the API connects with stays
 * good until the rotation after next, and the rotation begins a deployment that brings the new one.
 */
final class DataStack extends Stack {

    static final String DATABASE = "haetae";

    /** A user of no machine's: the API's image runs as this one. */
    static final String API_USER = "10001";

    final DatabaseInstance database;
    final ISecret databaseUser;
    final CfnReplicationGroup cache;
    final Secret cachePassword;
    final Bucket testData;

    DataStack(Construct scope, String id, StackProps props, Settings settings, NetworkStack network) {
        super(scope, id, props);
        database = database(settings, network);
        databaseUser = databaseUser();
        cachePassword = GeneratedSecret.password(this, "CachePassword");
        cache = cache(settings, network);
        testData = bucket("TestData")
                .versioned(true)
                .serverAccessLogsBucket(bucket("TestDataLogs")
                        .lifecycleRules(List.of(LifecycleRule.builder()
                                .expiration(Duration.days(90))
                                .build()))
                        .build())
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .noncurrentVersionExpiration(Duration.days(30))
                        .expiredObjectDeleteMarker(true)
                        .abortIncompleteMultipartUploadAfter(Duration.days(1))
                        .build()))
                .build();
    }

    private Bucket.Builder bucket(String id) {
        return Bucket.Builder.create(this, id)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .encryption(BucketEncryption.S3_MANAGED)
                .enforceSsl(true)
                .removalPolicy(RemovalPolicy.RETAIN);
    }

    private DatabaseInstance database(Settings settings, NetworkStack network) {
        var engine = DatabaseInstanceEngine.postgres(PostgresInstanceEngineProps.builder()
                .version(PostgresEngineVersion.VER_17)
                .build());
        return DatabaseInstance.Builder.create(this, "Database")
                .engine(engine)
                .instanceType(new InstanceType(settings.size().pick("m7g.large", "t4g.micro")))
                .multiAz(settings.size().isFull())
                .vpc(network.vpc)
                .vpcSubnets(network.data())
                // By its id: what rotation opens in it is then this stack's, and not the network's, which knows no
                // database.
                .securityGroups(List.of(SecurityGroup.fromSecurityGroupId(
                        this, "DatabaseGroup", network.database.getSecurityGroupId())))
                .databaseName(DATABASE)
                .credentials(Credentials.fromGeneratedSecret("haetae_admin"))
                .parameterGroup(ParameterGroup.Builder.create(this, "Parameters")
                        .engine(engine)
                        .parameters(Map.of("rds.force_ssl", "1"))
                        .build())
                .storageType(StorageType.GP3)
                .allocatedStorage(settings.size().pick(100, 20))
                .maxAllocatedStorage(settings.size().pick(1_000, 100))
                .storageEncrypted(true)
                .backupRetention(Duration.days(settings.size().pick(30, 7)))
                .copyTagsToSnapshot(true)
                .deletionProtection(true)
                .cloudwatchLogsExports(List.of("postgresql"))
                .enablePerformanceInsights(settings.size().isFull())
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
    }

    private ISecret databaseUser() {
        DatabaseSecret user = DatabaseSecret.Builder.create(this, "DatabaseUser")
                .username("haetae")
                .masterSecret(database.getSecret())
                .dbname(DATABASE)
                .build();
        ISecret attached = user.attach(database);
        database.addRotationSingleUser();
        database.addRotationMultiUser(
                "DatabaseUser",
                RotationMultiUserOptions.builder()
                        .secret(attached)
                        .automaticallyAfter(Duration.days(30))
                        .build());
        return attached;
    }

    private CfnReplicationGroup cache(Settings settings, NetworkStack network) {
        CfnSubnetGroup subnets = CfnSubnetGroup.Builder.create(this, "CacheSubnets")
                .description("Without a way out")
                .subnetIds(network.vpc.selectSubnets(network.data()).getSubnets().stream()
                        .map(ISubnet::getSubnetId)
                        .toList())
                .build();
        boolean full = settings.size().isFull();
        return CfnReplicationGroup.Builder.create(this, "Cache")
                .replicationGroupDescription("Views, live events, limits: nothing that must not be lost")
                .engine("valkey")
                .engineVersion("8.0")
                .cacheNodeType(settings.size().pick("cache.t4g.small", "cache.t4g.micro"))
                .numCacheClusters(settings.size().pick(2, 1))
                .automaticFailoverEnabled(full)
                .multiAzEnabled(full)
                .cacheSubnetGroupName(subnets.getRef())
                .securityGroupIds(List.of(network.cache.getSecurityGroupId()))
                .transitEncryptionEnabled(true)
                .atRestEncryptionEnabled(true)
                .authToken(cachePassword.getSecretValue().unsafeUnwrap())
                .build();
    }
}
