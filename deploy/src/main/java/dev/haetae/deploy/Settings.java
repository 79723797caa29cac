package dev.haetae.deploy;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import software.constructs.Node;

/**
 * What an installation is told by its context, {@code cdk.json} or {@code -c key=value}.
 *
 * @param account AWS account, 12 digits
 * @param region where everything lives but what CloudFront wants in us-east-1
 * @param domain of front end and API
 * @param hostedZoneId of the zone at Route 53 that holds the domain
 * @param hostedZoneName its name
 * @param cloudFrontPrefixList the region's managed list of CloudFront's addresses
 * @param judges from which on-prem judge servers come, as CIDR blocks
 * @param repository on GitHub, owner/name, whose workflow may deploy
 * @param alarmEmail who hears of alarms
 * @param cloudWorkers whether judge workers run on EC2, too
 * @param cidr of the network
 * @param tracing the collector that API and cloud workers send traces to, by OTLP over HTTP; empty for none
 */
record Settings(
        String account,
        String region,
        String domain,
        String hostedZoneId,
        String hostedZoneName,
        String cloudFrontPrefixList,
        List<String> judges,
        String repository,
        String alarmEmail,
        Size size,
        Launch launch,
        boolean cloudWorkers,
        String cidr,
        String tracing) {

    private static final Pattern CIDR = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}/\\d{1,2}");

    Settings {
        require("account", account, "\\d{12}");
        require("region", region, "[a-z]{2}(-[a-z]+)+-\\d");
        require("domain", domain, "[a-z0-9-]+(\\.[a-z0-9-]+)+");
        require("cloudFrontPrefixList", cloudFrontPrefixList, "pl-[0-9a-f]+");
        require("repository", repository, "[\\w.-]+/[\\w.-]+");
        require("cidr", cidr, CIDR.pattern());
        require("tracing", tracing, "|https?://[^\\s\"']+");
        judges.forEach(judge -> require("judges", judge, CIDR.pattern()));
        if (judges.contains("0.0.0.0/0")) {
            throw new IllegalArgumentException("judges must name the judge servers' addresses, not the whole Internet");
        }
        judges = List.copyOf(judges);
    }

    /** Reads the context. */
    static Settings of(Node context) {
        return new Settings(
                text(context, "account"),
                text(context, "region"),
                text(context, "domain"),
                text(context, "hostedZoneId"),
                text(context, "hostedZoneName"),
                text(context, "cloudFrontPrefixList"),
                List.of(text(context, "judges").split("[ ,]+")),
                text(context, "repository"),
                text(context, "alarmEmail"),
                Size.valueOf(constant(text(context, "size"))),
                Launch.valueOf(constant(text(context, "launch"))),
                Boolean.parseBoolean(text(context, "cloudWorkers")),
                text(context, "cidr"),
                text(context, "tracing").replaceFirst("^off$", ""));
    }

    /** Where CloudFront finds the API. */
    String origin() {
        return "origin." + domain;
    }

    /** Where on-prem judge servers find the broker. */
    String brokerName() {
        return "mq." + domain;
    }

    private static String text(Node context, String key) {
        Object value = context.tryGetContext(key);
        if (value == null || value.toString().isBlank()) {
            throw new IllegalArgumentException("the context has no " + key + ": see cdk.json and docs/deploy-aws.md");
        }
        return value.toString();
    }

    private static String constant(String text) {
        return text.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static void require(String key, String value, String pattern) {
        if (!value.matches(pattern)) {
            throw new IllegalArgumentException(key + " cannot be \"" + value + "\": it has to match " + pattern);
        }
    }
}
