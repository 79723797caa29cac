package dev.haetae.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Which settings a start that was prepared need not fear. */
class PreparedStartTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HAETAE_BLOBS_STORE",
                "HAETAE_TRACING_ENDPOINT",
                "LOGGING_STRUCTURED_FORMAT_CONSOLE",
                "MANAGEMENT_SERVER_ADDRESS",
                "MANAGEMENT_SERVER_PORT",
                "PATH",
                "SERVER_ADDRESS",
                "SERVER_PORT",
                "SPRING_CONFIG_IMPORT",
                "SPRING_DATASOURCE_HIKARI_CONNECTIONINITSQL",
                "SPRING_DATASOURCE_PASSWORD",
                "SPRING_DATASOURCE_URL",
                "SPRING_DATASOURCE_USERNAME",
                "SPRING_DATA_REDIS_HOST",
                "SPRING_DATA_REDIS_PASSWORD",
                "SPRING_DATA_REDIS_PORT",
                "SPRING_DATA_REDIS_SSL_ENABLED",
                "SPRING_RABBITMQ_HOST",
                "SPRING_RABBITMQ_PASSWORD",
                "SPRING_RABBITMQ_PORT",
                "SPRING_RABBITMQ_SSL_ENABLED",
                "SPRING_RABBITMQ_USERNAME",
                "SPRING_RABBITMQ_VIRTUALHOST"
            })
    void leavesWhatIsLookedAtLate(String variable) {
        assertThat(deciding(variable, "any")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE",
                "SPRINGDOC_APIDOCS_ENABLED",
                "SPRINGDOC_SWAGGERUI_ENABLED",
                "SPRING_APPLICATION_JSON",
                "SPRING_DATA_REDIS_CLIENTTYPE",
                "SPRING_FLYWAY_ENABLED",
                "SPRING_PROFILES_ACTIVE",
                "SPRING_RABBITMQ_LISTENER_TYPE",
                "SPRING_THREADS_VIRTUAL_ENABLED"
            })
    void hasTheRestDecidedAnew(String variable) {
        assertThat(deciding(variable, "any")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"native, false", "none, false", "framework, true", "FRAMEWORK, true"})
    void looksAtHowForwardedHeadersAreTaken(String strategy, boolean decides) {
        assertThat(deciding("SERVER_FORWARDHEADERSSTRATEGY", strategy)).isEqualTo(decides);
    }

    @Test
    void trustsTheProgramsOwnSettings() {
        var environment = environment();
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "Config resource 'class path resource [application.yaml]'",
                        Map.of("springdoc.swagger-ui.path", "/docs")));

        assertThat(PreparedStart.deciding(environment)).isEmpty();
    }

    @Test
    void knowsASettingByItsOtherSpelling() {
        var environment = environment();
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "a file",
                        Map.of("spring.rabbitmq.virtual-host", "haetae", "springdoc.swagger-ui.enabled", "false")));

        assertThat(PreparedStart.deciding(environment)).containsExactly("springdoc.swagger-ui.enabled");
    }

    private static boolean deciding(String variable, String value) {
        var environment = environment();
        environment
                .getPropertySources()
                .addLast(new SystemEnvironmentPropertySource("the environment", Map.of(variable, value)));
        return !PreparedStart.deciding(environment).isEmpty();
    }

    private static StandardEnvironment environment() {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(source -> environment.getPropertySources().remove(source.getName()));
        return environment;
    }
}
