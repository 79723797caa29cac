package dev.haetae.common.testing;

import java.net.URI;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.rabbitmq.RabbitMQContainer;
import org.testcontainers.utility.MountableFile;

/**
 * Real PostgreSQL, RabbitMQ and Redis for tests: those that the environment names, as {@code ./haetae test} sets it, else
 * containers where a Docker engine answers, else a failure that says what to do.
 */
public final class Services {

    private static final String PREFIX = "HAETAE_TEST_";

    private Services() {}

    /** JDBC URL of a PostgreSQL server's maintenance database, whose user may create databases. */
    public static String postgresUrl() {
        String url = System.getenv(PREFIX + "POSTGRES_URL");
        return url != null ? url : Containers.postgres().getJdbcUrl();
    }

    /** That user's name. */
    public static String postgresUser() {
        String user = System.getenv(PREFIX + "POSTGRES_USER");
        return user != null ? user : Containers.postgres().getUsername();
    }

    /** That user's password. */
    public static String postgresPassword() {
        String password = System.getenv(PREFIX + "POSTGRES_PASSWORD");
        return password != null ? password : Containers.postgres().getPassword();
    }

    /** AMQP URI of the user {@code api}, with policy and permissions as in production. */
    public static URI rabbitUri() {
        String uri = System.getenv(PREFIX + "RABBITMQ_URI");
        return URI.create(uri != null ? uri : Containers.rabbitUri("api"));
    }

    /** AMQP URI of the user {@code worker}, which may only read requests and write progress and reports. */
    public static URI rabbitWorkerUri() {
        String uri = System.getenv(PREFIX + "RABBITMQ_WORKER_URI");
        return URI.create(uri != null ? uri : Containers.rabbitUri("worker"));
    }

    /** URI of a Redis server that may be flushed. */
    public static URI redisUri() {
        String uri = System.getenv(PREFIX + "REDIS_URI");
        return URI.create(uri != null ? uri : Containers.redisUri());
    }

    /** One container of each kind for the whole JVM; Testcontainers removes them when it ends. */
    private static final class Containers {

        private static final PostgreSQLContainer POSTGRES = new PostgreSQLContainer("postgres:17");
        private static final RabbitMQContainer RABBITMQ = new RabbitMQContainer("rabbitmq:4-management");
        private static final GenericContainer<?> REDIS = new GenericContainer<>("redis:7").withExposedPorts(6379);

        static PostgreSQLContainer postgres() {
            return started(POSTGRES);
        }

        static String rabbitUri(String user) {
            if (!RABBITMQ.isRunning()) {
                RABBITMQ.withCopyFileToContainer(
                        MountableFile.forClasspathResource("test-rabbitmq-definitions.json"),
                        "/etc/rabbitmq/definitions.json");
                RABBITMQ.withEnv(
                        "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS",
                        "-rabbit load_definitions \"/etc/rabbitmq/definitions.json\"");
            }
            return "amqp://" + user + ":test@" + started(RABBITMQ).getHost() + ":" + RABBITMQ.getAmqpPort() + "/haetae";
        }

        static String redisUri() {
            return "redis://" + started(REDIS).getHost() + ":" + REDIS.getMappedPort(6379);
        }

        private static synchronized <C extends GenericContainer<?>> C started(C container) {
            if (!DockerClientFactory.instance().isDockerAvailable()) {
                throw new IllegalStateException(
                        "No services to test on: run ./haetae test, which starts them, or start a Docker engine");
            }
            container.start();
            return container;
        }
    }
}
