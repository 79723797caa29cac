package dev.haetae.worker.testset;

import static dev.haetae.worker.testset.TestDataServer.content;
import static dev.haetae.worker.testset.TestDataServer.redirect;
import static dev.haetae.worker.testset.TestDataServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.haetae.common.BlobRef;
import dev.haetae.common.JudgeResult.FaultyPart;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiBlobsTests {

    private static final byte[] CONTENT = new byte[300_000];
    private static final BlobRef BLOB = Blobs.of(CONTENT);
    private static final Patience LONG = patience(Duration.ofMinutes(1));
    private static final Patience SHORT = patience(Duration.ofMillis(100));

    @TempDir
    private Path directory;

    private Path token;
    private Path target;

    @BeforeEach
    void writeToken() throws Exception {
        token = Files.writeString(directory.resolve("token"), "secret\n");
        target = directory.resolve("target");
    }

    @Test
    void asksByHashWithTheWorkersToken() throws Exception {
        try (TestDataServer api = new TestDataServer(content(CONTENT))) {
            fetch(api.uri());

            assertThat(target).hasBinaryContent(CONTENT);
            assertThat(api.paths).containsExactly("/internal/testdata/" + BLOB.sha256());
            assertThat(api.authorizations).containsExactly("Bearer secret");
        }
    }

    @Test
    void keepsTheTokenFromTheStoreThatItIsRedirectedTo() throws Exception {
        try (TestDataServer store = new TestDataServer(content(CONTENT));
                TestDataServer api = new TestDataServer(redirect(store.uri().resolve("/bucket/key")))) {
            fetch(api.uri());

            assertThat(target).hasBinaryContent(CONTENT);
            assertThat(store.paths).containsExactly("/bucket/key");
            assertThat(store.authorizations).containsExactly("null");
        }
    }

    @Test
    void triesAgainWhileTheApiIsInTrouble() throws Exception {
        try (TestDataServer api = new TestDataServer(status(503), status(500), content(CONTENT))) {
            fetch(api.uri());

            assertThat(target).hasBinaryContent(CONTENT);
        }
    }

    @Test
    void triesAgainWhenTheBytesAreWrong() throws Exception {
        try (TestDataServer api = new TestDataServer(content(new byte[] {1}), content(CONTENT))) {
            fetch(api.uri());

            assertThat(target).hasBinaryContent(CONTENT);
        }
    }

    @Test
    void blamesTheProblemForBytesThatStayWrong() throws Exception {
        try (TestDataServer api = new TestDataServer(content(new byte[CONTENT.length + 1]))) {
            assertThat(failure(api.uri(), LONG).faulty()).isEqualTo(FaultyPart.PROBLEM);
            assertThat(api.paths).hasSize(3);
        }
    }

    @Test
    void blamesTheProblemAtOnceForABlobThatIsNotThere() throws Exception {
        try (TestDataServer api = new TestDataServer(status(404))) {
            assertThat(failure(api.uri(), LONG).faulty()).isEqualTo(FaultyPart.PROBLEM);
            assertThat(api.paths).hasSize(1);
        }
    }

    @Test
    void blamesItselfForATokenThatIsNotAccepted() throws Exception {
        try (TestDataServer api = new TestDataServer(status(401))) {
            assertThat(failure(api.uri(), SHORT).faulty()).isEqualTo(FaultyPart.WORKER);
        }
    }

    @Test
    void givesUpAnApiThatStaysAway() throws Exception {
        URI nobody;
        try (TestDataServer gone = new TestDataServer(status(200))) {
            nobody = gone.uri();
        }

        assertThat(failure(nobody, SHORT)).hasMessageContaining("the API cannot be read from");
    }

    @Test
    void followsNoCircleOfRedirects() throws Exception {
        try (TestDataServer api = new TestDataServer(redirect(URI.create("/again")))) {
            assertThat(failure(api.uri(), SHORT).faulty()).isEqualTo(FaultyPart.WORKER);
        }
    }

    private void fetch(URI api) throws InterruptedException {
        fetch(api, LONG);
    }

    private void fetch(URI api, Patience patience) throws InterruptedException {
        new ApiBlobs(new Download(api, token), patience).fetch(BLOB, target);
    }

    private TestDataException failure(URI api, Patience patience) {
        return assertThatExceptionOfType(TestDataException.class)
                .isThrownBy(() -> fetch(api, patience))
                .actual();
    }

    private static Patience patience(Duration whole) {
        return new Patience(Duration.ofMillis(1), Duration.ofMillis(10), whole);
    }
}
