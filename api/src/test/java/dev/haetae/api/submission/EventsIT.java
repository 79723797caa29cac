package dev.haetae.api.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import dev.haetae.api.ApiTest;
import dev.haetae.api.testing.EventClient;
import dev.haetae.api.testing.EventClient.Event;
import dev.haetae.api.testing.Submitter;
import dev.haetae.api.testing.TestProblem;
import dev.haetae.api.testing.TestUser;
import dev.haetae.api.testing.WorkerByHand;
import dev.haetae.common.Head;
import dev.haetae.common.JudgeProgress.Compiling;
import dev.haetae.common.JudgeProgress.Running;
import dev.haetae.common.JudgeProgress.TestFinished;
import dev.haetae.common.JudgeRequest;
import dev.haetae.common.JudgeResult.Judged;
import dev.haetae.common.TestResult;
import dev.haetae.common.Verdict;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A submission's life as a stream of events; the worker is played by hand. */
@ApiTest
class EventsIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    private RestTestClient anonymous;

    @Autowired
    private SubmissionStore store;

    @LocalServerPort
    private int port;

    @RegisterExtension
    private final WorkerByHand worker = WorkerByHand.connect();

    private TestUser student;
    private JudgeRequest request;

    @BeforeEach
    void submit() throws Exception {
        student = TestUser.student(anonymous);
        String problem =
                TestProblem.aProblem().importedBy(TestUser.admin(anonymous).http());
        worker.forgetWhatWaits();
        new Submitter(student.http(), problem).submitted();
        request = worker.take();
    }

    @Test
    void tellsEachStepOnceAndTheVerdictLast() throws Exception {
        EventClient events = stream(null);

        judge();

        assertThat(events.untilTheEnd())
                .extracting(Event::id, Event::name)
                .containsExactly(
                        tuple("1-0", "status"),
                        tuple("1-1", "status"),
                        tuple("1-2", "status"),
                        tuple("1-3", "test"),
                        tuple("1-4", "test"),
                        tuple("1-1000000", "verdict"));
    }

    @Test
    void tellsSomebodyWhoComesLateTheSame() throws Exception {
        EventClient early = stream(null);
        judge();
        List<Event> told = early.untilTheEnd();

        assertThat(stream(null).untilTheEnd()).isEqualTo(told);
    }

    @Test
    void tellsSomebodyWhoComesInBetweenWhatWasBefore() throws Exception {
        worker.tell(request, new Compiling());
        worker.tell(request, new Running(3));
        worker.tell(request, new TestFinished(test(1, Verdict.ACCEPTED), 3));

        EventClient events = stream(null);

        assertThat(List.of(
                        events.next().name(),
                        events.next().name(),
                        events.next().name(),
                        events.next().name()))
                .containsExactly("status", "status", "status", "test");
        judge();
        assertThat(events.untilTheEnd()).extracting(Event::id).containsExactly("1-4", "1-1000000");
    }

    @Test
    void resumesBehindTheLastEventThatTheClientSaw() throws Exception {
        judge();

        assertThat(stream("1-3").untilTheEnd()).extracting(Event::id).containsExactly("1-4", "1-1000000");
        assertThat(stream("1-1000000").untilTheEnd()).isEmpty();
    }

    @Test
    void tellsTheTestsThatGotLostWithTheVerdict() throws Exception {
        EventClient events = stream(null);
        worker.tell(request, new Compiling());
        worker.tell(request, new TestFinished(test(2, Verdict.WRONG_ANSWER), 3));

        worker.report(request, result());

        assertThat(events.untilTheEnd())
                .extracting(Event::id)
                .containsExactly("1-0", "1-1", "1-2", "1-3", "1-4", "1-1000000");
    }

    @Test
    void endsWithTheBodyOfTheSubmission() throws Exception {
        EventClient events = stream(null);

        judge();

        Event verdict = events.untilTheEnd().getLast();
        String body = student.http()
                .get()
                .uri("/api/v1/submissions/{id}", request.submissionId())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(verdict.content()).isEqualTo(body);
    }

    @Test
    void isOpenedByAHeaderAlone() {
        anonymous
                .get()
                .uri(
                        "/api/v1/submissions/{id}/events?access_token={token}",
                        request.submissionId(),
                        student.accessToken())
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    /** A connection that is to be closed afterwards is closed when the server has done with the call. */
    @Test
    void isNotHeldOpenForItsHeadAlone() throws Exception {
        String call = "HEAD /api/v1/submissions/" + request.submissionId()
                + "/events HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                + student.accessToken() + "\r\n\r\n";

        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout((int) SOON.toMillis());
            socket.getOutputStream().write(call.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            assertThat(answer).startsWith("HTTP/1.1 200").contains("text/event-stream");
        }
    }

    /** Fifteen seconds is what the contract says, so that proxies do not take the connection for dead. */
    @Test
    void isKeptOpenByAComment() throws Exception {
        assertThat(stream(null).awaitComment()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(25));
    }

    private EventClient stream(@Nullable String lastEventId) throws Exception {
        return EventClient.open(port, request.submissionId().toString(), student, lastEventId);
    }

    private void judge() throws Exception {
        worker.tell(request, new Compiling());
        worker.tell(request, new Running(3));
        for (TestResult test : result().tests()) {
            worker.tell(request, new TestFinished(test, 3));
        }
        worker.report(request, result());
        await().atMost(SOON)
                .until(() -> store.find(request.submissionId()).orElseThrow().status() == Status.DONE);
    }

    private static Judged result() {
        List<TestResult> tests = List.of(test(1, Verdict.ACCEPTED), test(2, Verdict.WRONG_ANSWER));
        return new Judged(Verdict.WRONG_ANSWER, tests, 3, "cc 1", "");
    }

    private static TestResult test(int index, Verdict verdict) {
        String group = index == 1 ? "sample" : "secret";
        return new TestResult(
                index, group + "/1", group, verdict, null, 0, null, 1, 2, 1 << 20, null, null, Head.EMPTY, Head.EMPTY);
    }
}
