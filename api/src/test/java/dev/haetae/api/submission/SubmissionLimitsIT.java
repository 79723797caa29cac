package dev.haetae.api.submission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.api.ApiTest;
import dev.haetae.api.testing.Submitter;
import dev.haetae.api.testing.TestProblem;
import dev.haetae.api.testing.WorkerByHand;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.test.web.servlet.client.RestTestClient;

/** How many submissions are taken from whom. */
@ApiTest
class SubmissionLimitsIT {

    @Autowired
    private RestTestClient anonymous;

    @RegisterExtension
    private final WorkerByHand worker = WorkerByHand.connect();

    private Submitter admin;
    private Submitter student;

    @BeforeEach
    void prepare() {
        admin = Submitter.owner(anonymous, TestProblem.aProblem());
        student = Submitter.student(anonymous, admin.problem());
        worker.forgetWhatWaits();
    }

    @Test
    void isRefusedWhenTwentyWait() {
        for (int i = 0; i < 20; i++) {
            student.submitted();
        }

        student.submit("int main;").expectStatus().isEqualTo(429).expectHeader().exists("Retry-After");
    }

    @Test
    void isRefusedAfterSixtyInAMinuteFromAStudentOnly() {
        Supplier<HttpStatusCode> byStudent = () -> statusOfARefused(student);
        Supplier<HttpStatusCode> byStaff = () -> statusOfARefused(admin);

        assertThat(Stream.generate(byStudent).limit(300)).contains(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(Stream.generate(byStaff).limit(100)).containsOnly(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private HttpStatusCode statusOfARefused(Submitter client) {
        return client.submit(Map.of("language", "cobol", "source", "x"))
                .returnResult()
                .getStatus();
    }

    @Test
    void isTakenFromStaffHoweverManyWait() {
        for (int i = 0; i < 21; i++) {
            admin.submitted();
        }
    }

    @Test
    void isTakenTwentyTimesWhenThirtyComeAtOnce() throws Exception {
        List<Callable<Integer>> thirty = Collections.nCopies(
                30, () -> student.submit("int main;").returnResult().getStatus().value());

        List<Integer> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(thirty)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).filteredOn(status -> status == 202).hasSize(20);
        assertThat(answers).filteredOn(status -> status == 429).hasSize(10);
    }
}
