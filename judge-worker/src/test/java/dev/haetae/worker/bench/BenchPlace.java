package dev.haetae.worker.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where {@code make bench} has put what is measured, and with what. */
record BenchPlace(Path target) {

    Path runner() {
        return target.resolve("haetae-runner");
    }

    Path spawner() {
        return target.resolve("native/bench");
    }

    /** What every box has in {@code /work}. */
    Path files() {
        return target.resolve("native/bench-files");
    }

    /** Something to give to programs that do not read. */
    Path anyFile() {
        return files().resolve("hello.py");
    }

    /** Compiles the Java program beside the others. */
    void compileJava(Path source) throws IOException, InterruptedException {
        Process javac = new ProcessBuilder(javaHome("javac"), "-d", files().toString(), source.toString())
                .inheritIO()
                .start();
        if (javac.waitFor() != 0 || !Files.exists(files().resolve("Hello.class"))) {
            throw new IOException("javac rejects " + source);
        }
    }

    static String javaHome(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }
}
