package dev.haetae.worker;

import dev.haetae.common.language.Languages;
import dev.haetae.worker.sandbox.Runner;
import dev.haetae.worker.slot.Muster;
import dev.haetae.worker.slot.Proofs;
import dev.haetae.worker.testset.TestSets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what slots are started and proven with. */
@Configuration(proxyBeanMethods = false)
class SlotConfiguration {

    /** A socket's path has 100 bytes, and the runner's own part of it takes some forty. */
    private static final int MOST_DIRECTORY_BYTES = 50;

    private static final Path SHORT_PLACE = Path.of("/tmp");

    @Bean
    Muster muster(
            @Value("${haetae.worker.runner}") Path executable,
            @Value("${haetae.worker.directory}") Path directory,
            @Value("${haetae.worker.name}") String name,
            @Value("${haetae.languages}") List<String> languages,
            TestSets testSets)
            throws IOException {
        Proofs proofs = ProofConditions.of(executable.toAbsolutePath())
                .map(conditions -> Proofs.in(directory.toAbsolutePath(), conditions))
                .orElseGet(Proofs::none);
        Runner runner = new Runner(executable.toAbsolutePath(), sockets(directory.toAbsolutePath()), name);
        return new Muster(runner::check, runner::start, Languages.all().configured(languages), testSets, proofs);
    }

    private static Path sockets(Path directory) throws IOException {
        Path sockets = directory.resolve("slots");
        if (sockets.toString().getBytes(StandardCharsets.UTF_8).length <= MOST_DIRECTORY_BYTES) {
            return sockets;
        }
        Path shorter = Files.createTempDirectory(SHORT_PLACE, "haetae-");
        shorter.toFile().deleteOnExit();
        return shorter;
    }
}
