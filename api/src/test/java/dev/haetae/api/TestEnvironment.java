package dev.haetae.api;

import dev.haetae.common.testing.Services;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Points the application at the test services: an empty database, keys and directories of its own. None of the services is away, however
 * late a busy machine lets them answer.
 */
public class TestEnvironment implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The first administrator's password. */
    public static final String ADMIN_PASSWORD = "correct horse battery staple";

    /** What a worker shows to read test data. */
    public static final String WORKER_TOKEN = "test-worker-token-0123456789abcdef";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Path home = temporaryDirectory();
        URI rabbit = Services.rabbitUri();
        URI redis = Services.redisUri();
        String[] broker = rabbit.getUserInfo().split(":", 2);
        TestPropertyValues.of(
                        "spring.datasource.url=" + createDatabase(),
                        "spring.datasource.username=" + Services.postgresUser(),
                        "spring.datasource.password=" + Services.postgresPassword(),
                        "spring.rabbitmq.host=" + rabbit.getHost(),
                        "spring.rabbitmq.port=" + rabbit.getPort(),
                        "spring.rabbitmq.virtual-host=" + rabbit.getPath().substring(1),
                        "spring.rabbitmq.username=" + broker[0],
                        "spring.rabbitmq.password=" + broker[1],
                        "spring.data.redis.host=" + redis.getHost(),
                        "spring.data.redis.port=" + redis.getPort(),
                        "spring.datasource.hikari.connection-timeout=10000",
                        "spring.data.redis.connect-timeout=60s",
                        "spring.data.redis.timeout=60s",
                        "management.server.port=0",
                        "haetae.lease=1s",
                        "haetae.sweep.period=1h",
                        "haetae.admin.password-file=" + write(home, "admin-password", ADMIN_PASSWORD),
                        "haetae.jwt.key-file="
                                + write(home, "jwt-key", Base64.getEncoder().encodeToString(new byte[48])),
                        "haetae.worker-token-file=" + write(home, "worker-token", WORKER_TOKEN),
                        "haetae.blobs.directory=" + home.resolve("blobs"))
                .applyTo(context);
    }

    private static String createDatabase() {
        String url = Services.postgresUrl();
        String name = "haetae_" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = DriverManager.getConnection(url, Services.postgresUser(), Services.postgresPassword());
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("could not create the test's database", e);
        }
        int path = url.indexOf('/', url.indexOf("//") + 2);
        int query = url.indexOf('?');
        return url.substring(0, path + 1) + name + (query < 0 ? "" : url.substring(query));
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("haetae-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(Path directory, String name, String text) {
        try {
            return Files.writeString(directory.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
