package dev.haetae.api.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.haetae.api.ApiTest;
import dev.haetae.api.testing.Submitter;
import dev.haetae.api.testing.TestProblem;
import dev.haetae.api.testing.TestUser;
import dev.haetae.api.testing.WorkerByHand;
import dev.haetae.common.JudgeProgress.Compiling;
import dev.haetae.common.JudgeRequest;
import dev.haetae.common.JudgeResult.CompileFailed;
import dev.haetae.common.StageTimes;
import dev.haetae.common.WorkerStatus;
import dev.haetae.common.WorkerStatus.Cache;
import dev.haetae.common.WorkerStatus.State;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What operators see, after one submission that a test's worker judged: it is there, and dashboards and alerts name nothing else. */
@ApiTest
class MetricsIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Path DOCKER = Path.of("..", "docker");

    /** Prometheus says this itself of everything that it scrapes. */
    private static final String UP = "up";

    @Autowired
    private RestTestClient anonymous;

    @LocalManagementPort
    private int managementPort;

    @RegisterExtension
    private final WorkerByHand worker = WorkerByHand.connect();

    @BeforeEach
    void emptyTheQueue() throws Exception {
        worker.forgetWhatWaits();
    }

    @Test
    void showWhatWasJudgedAndEverythingThatDashboardsAndAlertsName() throws Exception {
        WorkerStatus status = judgeOne();

        await().atMost(SOON).untilAsserted(() -> {
            worker.beat(status);
            assertThat(scrape())
                    .contains("haetae_submissions_total{language=\"c\",verdict=\"COMPILE_ERROR\"}")
                    .contains("haetae_judging_stage_seconds_bucket{stage=\"compile\",urgency=\"live\",le=\"0.5\"}")
                    .contains("haetae_worker_slots{worker=\"by-hand\"} 3.0")
                    .contains("haetae_worker_busy{worker=\"by-hand\"} 1.0")
                    .contains("haetae_testdata_cache_total{result=\"hit\"} 5.0")
                    .contains("haetae_queue_age_seconds{urgency=\"live\"}");
        });
        Set<String> named = new TreeSet<>(dashboardMetrics());
        named.addAll(alertMetrics());
        named.removeAll(scrapedNames());
        assertThat(named).containsExactly(UP);
    }

    /** Plays a worker whose cache went from three hits to five. */
    private WorkerStatus judgeOne() throws Exception {
        String problem =
                TestProblem.aProblem().importedBy(TestUser.admin(anonymous).http());
        Submitter student = Submitter.student(anonymous, problem);
        student.submitted();
        student.http().get().uri("/api/v1/problems/" + problem).exchange();
        JudgeRequest request = worker.take();
        worker.tell(request, new Compiling());
        worker.beat(aWorker(request, new Cache(3, 2)));
        worker.report(request, new CompileFailed("cc", "no"), new StageTimes(10, 400_000, 0, 1, 900));
        return aWorker(request, new Cache(5, 2));
    }

    private static WorkerStatus aWorker(JudgeRequest request, Cache cache) {
        return new WorkerStatus(
                "by-hand",
                "localhost",
                "1",
                State.READY,
                "",
                "none",
                3,
                List.of(new WorkerStatus.Held(request.submissionId(), request.attempt())),
                List.of(),
                cache);
    }

    private static Set<String> dashboardMetrics() throws Exception {
        JsonNode dashboard =
                new JsonMapper().readTree(Files.readString(DOCKER.resolve("grafana/dashboards/haetae.json")));
        return metrics(dashboard
                .get("panels")
                .valueStream()
                .flatMap(panel -> panel.get("targets").valueStream())
                .map(target -> target.get("expr").asString()));
    }

    private static Set<String> alertMetrics() throws Exception {
        Map<String, List<Map<String, List<Map<String, String>>>>> file =
                new Yaml().load(Files.readString(DOCKER.resolve("prometheus/alerts.yaml")));
        return metrics(file.getOrDefault("groups", List.of()).stream()
                .flatMap(group -> group.getOrDefault("rules", List.of()).stream())
                .map(rule -> String.valueOf(rule.get("expr"))));
    }

    private static Set<String> metrics(Stream<String> expressions) {
        return expressions
                .flatMap(expression -> new Expression(expression).metrics().stream())
                .collect(Collectors.toSet());
    }

    private Set<String> scrapedNames() {
        return scrape().lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toSet());
    }

    private String scrape() {
        byte[] body = RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + managementPort)
                .build()
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return new String(body, StandardCharsets.UTF_8);
    }
}
