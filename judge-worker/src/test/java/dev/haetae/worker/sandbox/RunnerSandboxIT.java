package dev.haetae.worker.sandbox;

import static dev.haetae.worker.sandbox.TestRunner.MIB;
import static dev.haetae.worker.sandbox.TestRunner.compiler;
import static dev.haetae.worker.sandbox.TestRunner.keeping;
import static dev.haetae.worker.sandbox.TestRunner.program;
import static dev.haetae.worker.sandbox.TestRunner.readOnly;
import static dev.haetae.worker.sandbox.TestRunner.writable;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** The client against the real runner. */
class RunnerSandboxIT {

    private final Sandbox sandbox = TestRunner.start();
    private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();

    @AfterEach
    void endSlot() {
        sandbox.close();
    }

    @Test
    void compilesAndRunsInOneBoxAfterTheOther() {
        sandbox.open(writable(BoxFile.of("hello.cpp", """
                #include <iostream>
                int main() { std::cout << "hello\\n"; }
                """.getBytes(UTF_8))));
        RunReport compiled = run(compiler("/usr/bin/g++", "-O2", "-o", "hello", "hello.cpp"));

        sandbox.open(keeping());
        RunReport report = run(program("/work/hello"));

        assertThat(compiled.ending()).isEqualTo(new Ending.Exited(0));
        assertThat(report.ending()).isEqualTo(new Ending.Exited(0));
        assertThat(stdout.toString(UTF_8)).isEqualTo("hello\n");
    }

    /** How exactly is tested beside the runner, where it is measured several times. */
    @Test
    void stopsAProgramAtItsCpuLimit() {
        sandbox.open(readOnly());

        RunReport report = run(shell(limits(Duration.ofMillis(200), 64 * MIB, MIB), "while :; do :; done"));

        assertThat(report.killed()).isEqualTo(Killed.CPU);
        assertThat(report.cpu()).isBetween(Duration.ofMillis(200), Duration.ofSeconds(2));
    }

    @Test
    void tellsMemoryFromTheKillOfAChildThoughTheMainProcessEndsWell() {
        sandbox.open(readOnly());

        RunReport report = run(shell(
                limits(Duration.ofSeconds(5), 48 * MIB, MIB), "/usr/bin/python3 -c 'bytearray(1 << 28)'; exit 0"));

        assertThat(report.ending()).isEqualTo(new Ending.Exited(0));
        assertThat(report.killed()).isEqualTo(Killed.MEMORY);
        assertThat(report.oomKills()).isPositive();
    }

    @Test
    void drainsOutputBeyondItsLimitWhileTheProgramRunsOn() {
        sandbox.open(readOnly());

        RunReport report =
                run(shell(limits(Duration.ofSeconds(5), 64 * MIB, 1000), "head -c 3000000 /dev/zero; exit 7"));

        assertThat(report.ending()).isEqualTo(new Ending.Exited(7));
        assertThat(report.outputOverLimit()).isTrue();
        assertThat(report.outputBytes()).isEqualTo(3_000_000);
        assertThat(stdout.size()).isEqualTo(1000);
    }

    @Test
    void isNotSlowedByAReaderThatDoesNotRead() {
        sandbox.open(readOnly());
        RunSpec run = shell(limits(Duration.ofSeconds(5), 64 * MIB, 16 * MIB), "head -c 8000000 /dev/zero");

        RunReport report = sandbox.run(run, OutputReader.ignoring());

        assertThat(report.ending()).isEqualTo(new Ending.Exited(0));
        assertThat(report.outputOverLimit()).isFalse();
    }

    @Test
    void feedsBytes() {
        sandbox.open(readOnly());

        run(program(TestRunner.limits(), new Stdin.Bytes("input".getBytes(UTF_8)), "/bin/cat"));

        assertThat(stdout.toString(UTF_8)).isEqualTo("input");
    }

    @Test
    void feedsAFileThatTheProgramMayOpenAgainButNotWrite(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("input"), "input");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        sandbox.open(readOnly());

        RunReport report = run(program(
                TestRunner.limits(),
                new Stdin.HostFile(file),
                "/bin/sh",
                "-c",
                "cat /dev/stdin; echo poison > /dev/stdin"));

        assertThat(stdout.toString(UTF_8)).isEqualTo("input");
        assertThat(report.ending()).isEqualTo(new Ending.Exited(2));
        assertThat(file).hasContent("input");
    }

    @Test
    void bringsBackFilesOfTheWorkDirectoryButFollowsNoLink() {
        sandbox.open(writable());

        run(program("/bin/sh", "-c", "mkdir d; echo here > d/file; ln -s d/file link; mkfifo fifo; ln -s /etc e"));

        assertThat(sandbox.fetch(BoxName.CONTESTANT, "d/file", 100)).hasValue("here\n".getBytes(UTF_8));
        assertThat(sandbox.fetch(BoxName.CONTESTANT, "d/file", 4)).isEmpty();
        assertThat(sandbox.fetch(BoxName.CONTESTANT, "link", 100)).isEmpty();
        assertThat(sandbox.fetch(BoxName.CONTESTANT, "fifo", 100)).isEmpty();
        assertThat(sandbox.fetch(BoxName.CONTESTANT, "e/passwd", 1000)).isEmpty();
    }

    @Test
    void putsADirectoryAndAFileThatProgramsMayChange() {
        sandbox.open(writable(BoxFile.directory("results/of"), BoxFile.of("results/given", new byte[0])));

        RunReport report = run(program("/bin/sh", "-c", "echo here > results/of/file; echo x > results/given"));

        assertThat(report.ending()).isEqualTo(new Ending.Exited(0));
        assertThat(sandbox.fetch(BoxName.CONTESTANT, "results/of/file", 100)).hasValue("here\n".getBytes(UTF_8));
        assertThat(sandbox.fetch(BoxName.CONTESTANT, "results/given", 100)).hasValue("x\n".getBytes(UTF_8));
    }

    @Test
    void reportsTheHeadOfStandardError() {
        sandbox.open(readOnly());

        RunReport report = run(program("/bin/sh", "-c", "echo complaint >&2; exit 1"));

        assertThat(report.stderrHead()).isEqualTo("complaint\n".getBytes(UTF_8));
        assertThat(report.ending()).isEqualTo(new Ending.Exited(1));
    }

    @Test
    void keepsTheTwoBoxesApart() {
        sandbox.open(writable(BoxFile.of("secret", new byte[1])));
        sandbox.open(new BoxSpec(BoxName.JURY, true, false, List.of(), MIB, 10, List.of()));
        RunSpec look = program("/bin/sh", "-c", "ls -A; id -u");

        run(look);
        run(new RunSpec(BoxName.JURY, look.argv(), look.environment(), look.stdin(), look.limits(), 0));

        List<String> seen = stdout.toString(UTF_8).lines().toList();
        assertThat(seen).hasSize(3).first().isEqualTo("secret");
        assertThat(Integer.parseInt(seen.get(2))).isEqualTo(Integer.parseInt(seen.get(1)) + 1);
    }

    @Test
    void showsADirectoryOfTheHostReadOnly() throws Exception {
        Path directory = Files.createTempDirectory(Path.of("/var/tmp"), "haetae-shown");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.writeString(directory.resolve("tool"), "tool");
        sandbox.open(new BoxSpec(BoxName.CONTESTANT, false, false, List.of(), MIB, 10, List.of(directory)));

        run(program("/bin/sh", "-c", "cat " + directory + "/tool; touch " + directory + "/new"));

        assertThat(stdout.toString(UTF_8)).isEqualTo("tool");
        assertThat(directory.resolve("new")).doesNotExist();
        FileSystemUtils.deleteRecursively(directory);
    }

    @Test
    void remakesABoxFromNothing() {
        sandbox.open(writable());
        run(program("/bin/sh", "-c", "echo > left"));

        sandbox.open(writable());

        assertThat(sandbox.fetch(BoxName.CONTESTANT, "left", 100)).isEmpty();
    }

    @Test
    void gainsNoSecondRunnerForASlot(@TempDir Path directory) {
        Runner runner = new Runner(TestRunner.runner().executable(), directory, "twice-" + TestRunner.name());

        try (Sandbox _ = runner.start(0)) {
            assertThatThrownBy(() -> runner.start(0)).isInstanceOf(SandboxException.class);
        }
    }

    @Test
    void givesAProgramAsManyOfTheSlotsCoresAsItAsksFor(@TempDir Path directory) {
        Runner runner = new Runner(TestRunner.runner().executable(), directory, "cores-" + TestRunner.name());
        int most = Math.min(2, Runtime.getRuntime().availableProcessors());

        try (Sandbox slot = runner.start(0, most)) {
            slot.open(readOnly());
            for (int cores = 1; cores <= most; cores++) {
                slot.run(program(onCores(cores), "/usr/bin/nproc"), out -> out.transferTo(stdout));
            }
            assertThatThrownBy(() -> slot.run(program(onCores(most + 1), "/usr/bin/nproc"), OutputReader.ignoring()))
                    .isInstanceOf(SandboxException.class)
                    .hasMessageContaining("has not so many cores");
        }

        assertThat(stdout.toString(UTF_8)).isEqualTo(most == 2 ? "1\n2\n" : "1\n");
    }

    @Test
    void cancelsARunningProgram() throws Exception {
        sandbox.open(readOnly());
        CountDownLatch started = new CountDownLatch(1);
        RunSpec run = program("/bin/sh", "-c", "echo; sleep 30");

        CompletableFuture<RunReport> report = CompletableFuture.supplyAsync(() -> sandbox.run(run, out -> {
            out.read();
            started.countDown();
        }));
        started.await();
        sandbox.cancel();

        assertThat(report.get().killed()).isEqualTo(Killed.CANCEL);
    }

    @Test
    void refusesToStartWhatIsNotThere() {
        sandbox.open(readOnly());

        assertThatThrownBy(() -> run(program("/work/missing")))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("/work/missing: No such file");
        assertThat(run(program("/bin/true")).ending()).isEqualTo(new Ending.Exited(0));
    }

    @Test
    void blamesItselfWhenTheRunnerDies() {
        sandbox.open(readOnly());
        runnerProcess().destroyForcibly();

        assertThatThrownBy(() -> run(program("/bin/true"))).isInstanceOf(SandboxException.class);
        TestRunner.runner().check(); // sweeps
    }

    @Test
    void sweepsWhatAKilledRunnerLeft() {
        sandbox.open(readOnly());
        runnerProcess().destroyForcibly();
        sandbox.close();

        RunnerCheck check = TestRunner.runner().check();

        assertThat(check.unproven()).isEmpty();
        assertThat(check.proven())
                .contains("cpu wall memory processes output disk inodes stack core isolation".split(" "))
                .contains("open files");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(cgroups()).isEmpty());
    }

    @Test
    void leavesNoCgroupBehind() {
        sandbox.open(readOnly());
        run(program("/bin/sh", "-c", "sleep 100 & sleep 100 &"));

        sandbox.close();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(cgroups()).isEmpty());
    }

    private static ProcessHandle runnerProcess() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("haetae-runner"))
                .findFirst()
                .orElseThrow();
    }

    private static List<Path> cgroups() throws IOException {
        try (var found = Files.find(Path.of("/sys/fs/cgroup"), 4, (path, _) -> path.endsWith(TestRunner.name()))) {
            return found.toList();
        }
    }

    private RunReport run(RunSpec run) {
        return sandbox.run(run, (InputStream out) -> out.transferTo(stdout));
    }

    private static RunSpec shell(RunLimits limits, String script) {
        return program(limits, "/bin/sh", "-c", script);
    }

    private static RunLimits onCores(int cores) {
        return new RunLimits(Duration.ofSeconds(5), Duration.ofSeconds(20), 64 * MIB, MIB, 64, 0, cores);
    }

    private static RunLimits limits(Duration cpu, long memoryBytes, long outputBytes) {
        return new RunLimits(cpu, Duration.ofSeconds(20), memoryBytes, outputBytes, 64, 0);
    }
}
