package dev.haetae.api.submission;

import static dev.haetae.api.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.haetae.api.ApiTest;
import dev.haetae.api.problem.FeedbackPolicy;
import dev.haetae.api.testing.EventClient;
import dev.haetae.api.testing.Judgings;
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
import dev.haetae.common.TestResult.Pass;
import dev.haetae.common.TestResult.Reason;
import dev.haetae.common.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Whatever a worker reports of hidden tests, no student reads what is secret of them, under any policy. */
@ApiTest
class SecrecyIT {

    /** Each of these stands for one secret. */
    private static final List<String> SECRETS = List.of(
            "INPUT-1",
            "ANSWER-1",
            "JUDGE-1",
            "OUTPUT-1",
            "STDERR-1",
            "SOLUTION-1",
            "VALIDATOR-1",
            "987654321",
            "jury-name",
            "-1234567");

    /** These, too, unless the policy grants how hidden tests ended. */
    private static final List<String> ENDS = List.of("hidden-name", "TEAM-1");

    @Autowired
    private RestTestClient anonymous;

    @LocalServerPort
    private int port;

    @RegisterExtension
    private final WorkerByHand worker = WorkerByHand.connect();

    @ParameterizedTest
    @EnumSource
    void holdsUnder(FeedbackPolicy policy) throws Exception {
        Submitter admin = Submitter.owner(anonymous, problem(policy));
        TestUser user = TestUser.student(anonymous);
        Submitter student = new Submitter(user.http(), admin.problem());
        worker.forgetWhatWaits();
        StringBuilder read = new StringBuilder(body(user, "/problems/" + admin.problem()));
        String id = student.submitted();
        JudgeRequest request = worker.take();
        EventClient events = EventClient.open(port, id, user);

        worker.tell(request, new Compiling());
        worker.tell(request, new Running(3));
        worker.tell(request, new TestFinished(Judgings.test(1, Verdict.ACCEPTED), 3));
        worker.tell(request, new TestFinished(hidden(), 3));
        read.append(student.read(id));
        worker.report(
                request,
                new Judged(Verdict.WRONG_ANSWER, List.of(Judgings.test(1, Verdict.ACCEPTED), hidden()), 3, "cc 1", ""));

        read.append(events.untilTheEnd())
                .append(EventClient.open(port, id, user).untilTheEnd())
                .append(student.awaitDone(id));
        read.append(body(user, "/submissions?problem=" + admin.problem()));
        assertThat(read).doesNotContain(SECRETS.toArray(String[]::new));
        boolean grantsEnds = policy == FeedbackPolicy.TESTS || policy == FeedbackPolicy.FIRST_FAILURE;
        for (String end : ENDS) {
            assertThat(read.indexOf(end) >= 0).as(end).isEqualTo(grantsEnds);
        }
        assertThat(admin.read(id).toString())
                .contains("INPUT-1", "ANSWER-1", "JUDGE-1", "OUTPUT-1", "STDERR-1", "987654321");
    }

    private static TestProblem problem(FeedbackPolicy policy) {
        return TestProblem.aProblem()
                .with("haetae.yaml", "feedback_policy: " + policy + "\n")
                .with("problem.yaml", "name: Sum\nvalidation: custom\nlimits: {time_limit: 1}\n")
                .with("output_validators/check.py", "# VALIDATOR-1\n")
                .with("submissions/wrong_answer/jury-name.py", "# SOLUTION-1\n")
                .without("data/secret/1.in")
                .without("data/secret/1.ans")
                .with("data/secret/0-hidden-name.in", "INPUT-1\n")
                .with("data/secret/0-hidden-name.ans", "ANSWER-1\n");
    }

    private static TestResult hidden() {
        return new TestResult(
                2,
                "secret/0-hidden-name",
                "secret",
                Verdict.WRONG_ANSWER,
                Reason.EXIT_CODE,
                -1_234_567,
                null,
                11,
                12,
                987_654_321,
                "TEAM-1",
                "JUDGE-1 INPUT-1",
                head("OUTPUT-1"),
                head("STDERR-1"),
                List.of(new Pass(1, 11, 987_654_321, -1_234_567)),
                null,
                null);
    }

    private static Head head(String text) {
        return Head.of(text.getBytes(StandardCharsets.UTF_8), text.length());
    }

    private static String body(TestUser user, String path) {
        return json(user.http().get().uri("/api/v1" + path).exchange()).toString();
    }
}
