package dev.haetae.system;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What {@code up} has to put up with: a home below a directory that nobody else may enter, no JAVA_HOME, programs first in PATH that
 * only pretend to be what they are called, and, until this is closed, the services' default ports taken.
 */
final class AwkwardMachine implements AutoCloseable {

    /** PostgreSQL, RabbitMQ, its nodes among each other, epmd, Redis. */
    private static final List<Integer> DEFAULT_PORTS = List.of(5432, 5672, 25672, 4369, 6379);

    private final Path closed;
    private final List<ServerSocket> taken = new ArrayList<>();

    AwkwardMachine() throws IOException {
        closed = Files.createTempDirectory(
                "haetae-system-test",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        pretend("python3", "exit 3");
        pretend("docker", "echo 'Cannot connect to the Docker daemon' >&2; exit 1");
        for (int port : DEFAULT_PORTS) {
            take(port);
        }
    }

    /** A state directory that is not there yet. */
    Path home() {
        return closed.resolve("home");
    }

    /** What is unlike an ordinary machine's. */
    Map<String, String> environment() {
        return Map.of("JAVA_HOME", "", "PATH", closed + ":" + System.getenv("PATH"));
    }

    private void pretend(String program, String script) throws IOException {
        Path file = Files.writeString(closed.resolve(program), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void take(int port) throws IOException {
        try {
            taken.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
        } catch (BindException e) {
            // Somebody else has it, which is as well.
        }
    }

    /** Removes what stands beside the home, which has to be gone. */
    void remove() {
        for (Path file : List.of(closed.resolve("python3"), closed.resolve("docker"), closed)) {
            file.toFile().delete();
        }
    }

    /** Frees the ports: the machine may need them, and what runs has its own. */
    @Override
    public void close() throws IOException {
        for (ServerSocket port : taken) {
            port.close();
        }
    }
}
