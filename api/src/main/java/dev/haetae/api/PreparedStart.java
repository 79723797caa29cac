package dev.haetae.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aot.AotDetector;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/**
 * Has no setting ignored. Which beans there are was decided by Spring when the program was prepared for fast starts ({@code docker/ahead.sh}),
 * from the settings in the program alone. Where a start is given one that may have a say in that, Spring decides anew, and the start takes
 * longer.
 */
final class PreparedStart implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final Logger log = LoggerFactory.getLogger(PreparedStart.class);

    /** Whose conditions decide about beans. Ours decide nothing before a start. */
    private static final List<String> DECIDING = List.of("spring.", "management.", "server.", "springdoc.");

    /** Spring's settings that are only looked at when the program runs, in small letters without hyphens. What ends with a dot is a group. */
    private static final List<String> LOOKED_AT_LATE = List.of(
            "management.server.address",
            "management.server.port",
            "server.address",
            "server.port",
            "server.shutdown",
            "server.ssl.",
            "server.tomcat.",
            "spring.aot.",
            "spring.application.name",
            "spring.application.pid",
            "spring.application.version",
            "spring.config.",
            "spring.context.exit",
            "spring.data.redis.connecttimeout",
            "spring.data.redis.database",
            "spring.data.redis.host",
            "spring.data.redis.password",
            "spring.data.redis.port",
            "spring.data.redis.ssl.",
            "spring.data.redis.timeout",
            "spring.data.redis.url",
            "spring.data.redis.username",
            "spring.datasource.hikari.",
            "spring.datasource.password",
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.jpa.databaseplatform",
            "spring.jpa.hibernate.",
            "spring.jpa.properties.",
            "spring.lifecycle.",
            "spring.rabbitmq.addresses",
            "spring.rabbitmq.connectiontimeout",
            "spring.rabbitmq.host",
            "spring.rabbitmq.password",
            "spring.rabbitmq.port",
            "spring.rabbitmq.requestedheartbeat",
            "spring.rabbitmq.ssl.",
            "spring.rabbitmq.username",
            "spring.rabbitmq.virtualhost",
            "spring.ssl.bundle.");

    private static final String FORWARDED = "server.forwardheadersstrategy";

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        List<String> deciding = deciding(event.getEnvironment());
        if (AotDetector.useGeneratedArtifacts() && !deciding.isEmpty()) {
            log.warn("Starting slowly: the program was not prepared for {}", deciding);
            SpringProperties.setProperty(AotDetector.AOT_ENABLED, "false");
        }
    }

    /** What is set elsewhere than in the program, and may have a say in which beans there are. */
    static List<String> deciding(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .filter(source -> !source.getName().contains("class path resource"))
                .flatMap(PreparedStart::decidingIn)
                .sorted()
                .toList();
    }

    private static Stream<String> decidingIn(PropertySource<?> source) {
        return source instanceof EnumerablePropertySource<?> named
                ? Arrays.stream(named.getPropertyNames()).filter(name -> decides(name, named.getProperty(name)))
                : Stream.empty();
    }

    private static boolean decides(String name, @Nullable Object value) {
        String plain = name.toLowerCase(Locale.ROOT).replace('_', '.').replace("-", "");
        if (plain.equals(FORWARDED)) {
            return "framework".equalsIgnoreCase(String.valueOf(value));
        }
        return DECIDING.stream().anyMatch(plain::startsWith)
                && LOOKED_AT_LATE.stream().noneMatch(late -> covers(late, plain));
    }

    private static boolean covers(String late, String plain) {
        return late.endsWith(".") ? plain.startsWith(late) : plain.equals(late);
    }
}
