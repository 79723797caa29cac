package dev.haetae.system;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The system under measurement, from outside and, where a benchmark has to, from behind.
 *
 * @param launcher starts and stops its parts
 * @param url of its API
 */
record BenchSystem(Launcher launcher, String url) {

    static BenchSystem fromEnvironment() {
        Path home = Path.of(requireNonNullElse(System.getenv("HAETAE_HOME"), ".haetae"))
                .toAbsolutePath();
        String url = requireNonNullElse(System.getenv("HAETAE_URL"), "http://127.0.0.1:8080");
        return new BenchSystem(new Launcher(Launcher.project(), home, Map.of()), url);
    }

    Client admin() {
        return new Client(url).loginAsAdmin(launcher.home());
    }

    /** A client as a student of that name, who is registered first; on the connection of another one. */
    Client student(Client other, String username) {
        Client client = other.anonymous();
        String password = "a long enough password";
        client.send(
                "POST",
                "auth/register",
                Map.of("username", username, "email", username + "@example.org", "password", password));
        return client.login(username, password);
    }

    int port(String service) throws IOException {
        Map<String, Integer> ports = Files.readAllLines(launcher.home().resolve("ports")).stream()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> Integer.valueOf(part[1])));
        return ports.getOrDefault(service, 0);
    }

    String secret(String name) throws IOException {
        return Files.readString(launcher.home().resolve(name)).strip();
    }

    /** Gives a verdict to whatever has none, as if a worker had been there: nobody has hundreds waiting, and each call counts them. */
    void settleWhatWaits() throws IOException, SQLException {
        try (Connection connection = database();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    update submission set verdict = 'ACCEPTED', status = 'DONE', judged_at = now() where verdict is null;
                    update judging set finished_at = now() where finished_at is null
                    """);
            // At once, where a worker's reports would have been spread over the day: the rows' old versions are not
            // what is measured.
            statement.execute("vacuum submission, judging");
        }
    }

    Connection database() throws IOException, SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port("postgresql") + "/haetae",
                "haetae",
                secret("postgresql-password"));
    }
}
