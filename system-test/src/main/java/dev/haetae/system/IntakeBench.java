package dev.haetae.system;

import dev.haetae.system.Bench.Measurement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How many submissions a second are taken, with token check, limits, idempotency and relay, while the worker is stopped, beside
 * how many rows of that size pgbench inserts.
 */
final class IntakeBench implements Measurement {

    private static final int CONNECTIONS = 16;
    /** Of each connection: limits are looked at for each of them, and hardly one has more waiting than a student may. */
    private static final int STUDENTS = 32;

    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final int MOST_WARM_UPS = 10;
    /** So many in a row that are no faster than an earlier one: the first may have been slow by chance. */
    private static final int WITHOUT_GROWTH = 2;

    private static final Duration RUN = Duration.ofSeconds(8);
    private static final int PACED_PER_SECOND = 500;
    private static final int SOURCE_BYTES = 1_000;

    private final BenchSystem system;
    private final String source = "/* " + "x".repeat(SOURCE_BYTES) + " */ int main(void) { return 0; }";

    IntakeBench(BenchSystem system) {
        this.system = system;
    }

    @Override
    public String title() {
        return "Submissions accepted by " + CONNECTIONS
                + " kept-alive connections, beside pgbench inserting rows of that size";
    }

    @Override
    public List<String> run() throws Exception {
        system.launcher().run("stop", "worker");
        List<List<String>> students = IntStream.range(0, CONNECTIONS)
                .parallel()
                .mapToObj(this::students)
                .toList();
        List<Long> warmUps = warmUp(students);
        system.settleWhatWaits();
        Samples first = load(students, RUN, 0);
        double inserts = pgbench();
        system.settleWhatWaits();
        Samples second = load(students, RUN, 0);
        double insertsAgain = pgbench();
        Samples paced = load(students, RUN, PACED_PER_SECOND);

        double accepted = (first.size() + second.size()) / 2.0 / RUN.toSeconds();
        double inserted = (inserts + insertsAgain) / 2;
        return List.of(
                "warm-ups of " + WARM_UP.toSeconds() + " s: " + warmUps + "/s",
                String.format(Locale.ROOT, "haetae %.0f/s (%s), goal at least 1000/s", accepted, second),
                String.format(Locale.ROOT, "pgbench %.0f/s, ratio %.2f", inserted, accepted / inserted),
                String.format(
                        Locale.ROOT,
                        "paced at %d/s: %.0f/s, %s, goal p99 at most 100 ms",
                        PACED_PER_SECOND,
                        (double) paced.size() / RUN.toSeconds(),
                        paced));
    }

    /**
     * Until it gets no faster: a server that takes this many has run for a while, and its JVM has compiled what it does.
     *
     * @return submissions a second of each warm-up
     */
    private List<Long> warmUp(List<List<String>> students) throws Exception {
        List<Long> rates = new ArrayList<>();
        long best = 0;
        for (int slow = 0; slow < WITHOUT_GROWTH && rates.size() < MOST_WARM_UPS; ) {
            system.settleWhatWaits();
            long rate = load(students, WARM_UP, 0).size() / WARM_UP.toSeconds();
            slow = rate > best ? 0 : slow + 1;
            best = Math.max(best, rate);
            rates.add(rate);
        }
        return rates;
    }

    /** The tokens of some. */
    private List<String> students(int connection) {
        Client first = new Client(system.url());
        List<String> students = new ArrayList<>();
        for (int i = 0; i < STUDENTS; i++) {
            students.add(system.student(first, "bench" + connection + "-" + i).token());
        }
        return students;
    }

    /** Submits for a while, as fast as it goes or at a pace; latencies of a pace count from when a call was due. */
    private Samples load(List<List<String>> students, Duration time, int perSecond)
            throws InterruptedException, ExecutionException {
        ConcurrentLinkedQueue<Double> millis = new ConcurrentLinkedQueue<>();
        long start = System.nanoTime();
        long end = start + time.toNanos();
        long gap = perSecond == 0 ? 0 : 1_000_000_000L * students.size() / perSecond;
        try (ExecutorService executor = Executors.newFixedThreadPool(students.size())) {
            List<Callable<Object>> tasks = new ArrayList<>();
            for (int i = 0; i < students.size(); i++) {
                List<String> tokens = students.get(i);
                long first = start + gap * i / students.size();
                tasks.add(Executors.callable(() -> submitUntil(tokens, first, gap, end, millis)));
            }
            for (Future<Object> task : executor.invokeAll(tasks)) {
                task.get();
            }
        }
        return new Samples(millis.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private void submitUntil(
            List<String> tokens, long first, long gap, long end, ConcurrentLinkedQueue<Double> millis) {
        long due = first;
        try (Poster poster = new Poster(system.url(), "hello", "c", source)) {
            for (int turn = 0; System.nanoTime() < end; turn++) {
                long wait = due - System.nanoTime();
                if (gap > 0 && wait > 0) {
                    LockSupport.parkNanos(wait);
                }
                long from = gap > 0 ? due : System.nanoTime();
                poster.submit(tokens.get(turn % tokens.size()));
                millis.add((System.nanoTime() - from) / 1e6);
                due += gap;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double pgbench() throws IOException, InterruptedException {
        Path script = Files.createTempFile("haetae-bench", ".sql");
        Files.writeString(script, "insert into bench_row (content) values (repeat('x', " + SOURCE_BYTES + "));\n");
        try (var connection = system.database();
                var statement = connection.createStatement()) {
            statement.execute(
                    "create table if not exists bench_row (id bigint generated always as identity, content text)");
        } catch (SQLException e) {
            throw new IllegalStateException("could not make pgbench's table", e);
        }
        ProcessBuilder builder = new ProcessBuilder(
                pgbenchProgram(),
                "-n",
                "-c",
                "16",
                "-j",
                "2",
                "-T",
                "" + RUN.toSeconds(),
                "-f",
                script.toString(),
                "-h",
                "127.0.0.1",
                "-p",
                "" + system.port("postgresql"),
                "-U",
                "haetae",
                "haetae");
        builder.environment().put("PGPASSWORD", system.secret("postgresql-password"));
        Process process = builder.redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        Files.delete(script);
        Matcher tps = Pattern.compile("tps = ([0-9.]+)").matcher(out);
        if (!tps.find()) {
            throw new IllegalStateException("pgbench says: " + out);
        }
        return Double.parseDouble(tps.group(1));
    }

    private static String pgbenchProgram() throws IOException {
        try (Stream<Path> programs =
                Files.find(Path.of("/usr/lib/postgresql"), 3, (path, _a) -> path.endsWith("bin/pgbench"))) {
            return programs.findFirst().orElseThrow().toString();
        }
    }
}
