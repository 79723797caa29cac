package dev.haetae.deploy;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;

/** Two installations that have everything between them, synthesised once for all tests: that takes seconds each. */
enum TestInstallation {
    /** In full, on Fargate. */
    FULL(Map.of()),
    /** At low cost, on instances. */
    LOW_COST(Map.of("size", "low-cost", "launch", "ec2", "tracing", "off"));

    private static final Map<String, String> CONTEXT = Map.ofEntries(
            Map.entry("account", "111111111111"),
            Map.entry("region", "eu-central-1"),
            Map.entry("domain", "judge.example.org"),
            Map.entry("hostedZoneId", "Z0000000000EXAMPLE"),
            Map.entry("hostedZoneName", "example.org"),
            Map.entry("cloudFrontPrefixList", "pl-0123456789abcdef0"),
            Map.entry("judges", "198.51.100.10/32 203.0.113.0/28"),
            Map.entry("repository", "example/haetae"),
            Map.entry("alarmEmail", "operators@example.org"),
            Map.entry("size", "full"),
            Map.entry("launch", "fargate"),
            Map.entry("cloudWorkers", "true"),
            Map.entry("cidr", "10.0.0.0/16"),
            Map.entry("tracing", "https://traces.example.org"));

    private final Map<String, String> changes;
    private final Map<Stack, Template> templates = new ConcurrentHashMap<>();
    private Installation installation;

    TestInstallation(Map<String, String> changes) {
        this.changes = changes;
    }

    synchronized Installation get() {
        if (installation == null) {
            App app = app(changes);
            installation = Installation.in(app, Settings.of(app.getNode()));
            Aspects.of(app)
                    .add(AwsSolutionsChecks.Builder.create().verbose(true).build());
        }
        return installation;
    }

    Template template(Function<Installation, Stack> stack) {
        return templates.computeIfAbsent(stack.apply(get()), Template::fromStack);
    }

    /** An app whose context says something else. */
    static App app(Map<String, String> changes) {
        Map<String, Object> context = new HashMap<>(CONTEXT);
        context.putAll(changes);
        return new App(AppProps.builder().context(context).build());
    }
}
