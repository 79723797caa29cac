package dev.haetae.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** One whole Haetae for all tests of this module, started from what the build made on an awkward machine, removed when the JVM ends. */
final class RunningSystem {

    /** How often the system looks for lost judgings: short, so that a test can wait many periods. */
    static final int SWEEP_PERIOD_MILLIS = 1_000;

    private static final RunningSystem ONLY = start();

    private final Launcher launcher;
    private final String url;
    private final SpanReceiver spans;

    private RunningSystem(Launcher launcher, String url, SpanReceiver spans) {
        this.launcher = launcher;
        this.url = url;
        this.spans = spans;
    }

    static RunningSystem get() {
        return ONLY;
    }

    private static RunningSystem start() {
        try (AwkwardMachine machine = new AwkwardMachine()) {
            SpanReceiver spans = SpanReceiver.start();
            Map<String, String> environment = new HashMap<>(machine.environment());
            environment.put("HAETAE_PORT", String.valueOf(freePair()));
            environment.put("HAETAE_SWEEP_PERIOD", SWEEP_PERIOD_MILLIS + "ms");
            environment.put("HAETAE_LEASE", "8s");
            environment.put("HAETAE_WORKER_HEARTBEAT", "1s");
            environment.put("HAETAE_WORKER_SLOTS", "2");
            environment.put("HAETAE_TRACING_ENDPOINT", spans.url());
            Launcher launcher = new Launcher(Launcher.project(), machine.home(), environment);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                launcher.run("down", "--purge");
                machine.remove();
            }));
            return new RunningSystem(launcher, launcher.run("up", "--no-build"), spans);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port that is free, as is the next, which becomes the management port. */
    private static int freePair() throws IOException {
        while (true) {
            try (ServerSocket first = new ServerSocket(0);
                    ServerSocket second = new ServerSocket(first.getLocalPort() + 1)) {
                return Math.min(first.getLocalPort(), second.getLocalPort());
            } catch (BindException | IllegalArgumentException e) {
                continue;
            }
        }
    }

    Launcher launcher() {
        return launcher;
    }

    /** What API and worker tell of what they do. */
    SpanReceiver spans() {
        return spans;
    }

    /** What {@code up} printed last. */
    String url() {
        return url;
    }

    /** A client that is logged in as the administrator. */
    Client admin() {
        return new Client(url).loginAsAdmin(launcher.home());
    }

    /** How many verdicts a problem's counters have seen, read where they are kept. */
    long judged(String problem) throws IOException, SQLException {
        return number("""
                select coalesce(max(judged), 0) from problem_counter
                where problem_id = (select id from problem where slug = ?)
                """, problem);
    }

    /** Whether a worker has begun a submission and not reported its end, whatever live events tell of it. */
    boolean isBeingJudged(String submission) throws IOException, SQLException {
        return number("""
                select count(*) from judging
                where submission_id = ?::uuid and started_at is not null and finished_at is null
                """, submission) > 0;
    }

    private long number(String sql, String parameter) throws IOException, SQLException {
        String password =
                Files.readString(launcher.home().resolve("postgresql-password")).strip();
        String database = "jdbc:postgresql://127.0.0.1:" + port("postgresql") + "/haetae";
        try (var connection = DriverManager.getConnection(database, "haetae", password);
                var query = connection.prepareStatement(sql)) {
            query.setString(1, parameter);
            var row = query.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    private String port(String service) throws IOException {
        return Files.readAllLines(launcher.home().resolve("ports")).stream()
                .filter(line -> line.startsWith(service + "="))
                .map(line -> line.substring(service.length() + 1))
                .findFirst()
                .orElseThrow();
    }
}
