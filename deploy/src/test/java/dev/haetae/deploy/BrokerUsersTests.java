package dev.haetae.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The task that makes the broker's users, run as the container would, against a broker that writes down what it is asked. */
class BrokerUsersTests {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer broker;
    private int status = 201;

    @BeforeEach
    void listen() throws IOException {
        broker = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        broker.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath() + " " + body);
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        broker.start();
    }

    @AfterEach
    void close() {
        broker.stop(0);
    }

    @Test
    void makesWhatTheDefinitionsSay() throws Exception {
        assertThat(run()).isZero();

        assertThat(asked)
                .contains("PUT /api/users/worker {\"password\": \"worker's\", \"tags\": \"\"}")
                .anySatisfy(request -> assertThat(request)
                        .startsWith("PUT /api/permissions/haetae/worker")
                        .contains("\"configure\": \"^$\""))
                .anySatisfy(request -> assertThat(request)
                        .startsWith("PUT /api/policies/haetae/delivery-limit")
                        .contains("\"delivery-limit\": 3"));
        assertThat(asked.getFirst()).startsWith("PUT /api/vhosts/haetae");
    }

    @Test
    void failsWhenTheBrokerRefuses() throws Exception {
        status = 401;

        assertThat(run()).isNotZero();
    }

    private int run() throws Exception {
        ProcessBuilder python = new ProcessBuilder("python3", "-c", Resources.text("broker_users.py"));
        python.environment()
                .putAll(Map.of(
                        "BROKER", "http://127.0.0.1:" + broker.getAddress().getPort(),
                        "DEFINITIONS", Resources.text("definitions.json"),
                        "ADMINISTRATOR_PASSWORD", "administrator's",
                        "API_PASSWORD", "api's",
                        "WORKER_PASSWORD", "worker's"));
        Process process = python.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
