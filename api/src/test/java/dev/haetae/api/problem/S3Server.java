package dev.haetae.api.problem;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An S3 server that refuses what is not signed with its key: S3Proxy on a directory, one process for the whole JVM. */
final class S3Server {

    static final String ACCESS_KEY = "test-access-key";
    static final String SECRET_KEY = "test-secret-key";

    private static final Path PROGRAM = Path.of("target/s3proxy.jar");
    private static final Duration START = Duration.ofSeconds(60);

    private static @Nullable S3Server running;

    private final URI endpoint;
    private final Path home;

    private S3Server(URI endpoint, Path home) {
        this.endpoint = endpoint;
        this.home = home;
    }

    static synchronized S3Server get() {
        S3Server server = running;
        if (server == null) {
            server = start();
            running = server;
        }
        return server;
    }

    /** Settings for a new bucket. */
    S3Settings newBucket(boolean redirect) {
        try {
            String bucket = "blobs-" + UUID.randomUUID();
            Files.createDirectory(home.resolve("buckets").resolve(bucket));
            return new S3Settings(
                    bucket,
                    endpoint,
                    null,
                    true,
                    Files.writeString(home.resolve("access-key"), ACCESS_KEY + "\n"),
                    Files.writeString(home.resolve("secret-key"), SECRET_KEY + "\n"),
                    redirect,
                    Duration.ofMinutes(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static S3Server start() {
        try {
            Path home = Files.createTempDirectory("haetae-s3");
            Path buckets = Files.createDirectory(home.resolve("buckets"));
            int port = freePort();
            URI endpoint = URI.create("http://127.0.0.1:" + port);
            Path settings = Files.writeString(
                    home.resolve("s3proxy.conf"), """
                    s3proxy.endpoint=%s
                    s3proxy.authorization=aws-v2-or-v4
                    s3proxy.identity=%s
                    s3proxy.credential=%s
                    jclouds.provider=filesystem-nio2
                    jclouds.identity=unused
                    jclouds.credential=unused
                    jclouds.filesystem.basedir=%s
                    """.formatted(endpoint, ACCESS_KEY, SECRET_KEY, buckets));
            launch(settings, home.resolve("log"));
            await().atMost(START).until(() -> answers(port));
            return new S3Server(endpoint, home);
        } catch (IOException e) {
            throw new UncheckedIOException("the S3 server for tests does not start", e);
        }
    }

    private static void launch(Path settings, Path log) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-jar",
                        PROGRAM.toString(),
                        "--properties",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean answers(int port) {
        try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
