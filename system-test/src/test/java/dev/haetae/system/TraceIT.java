package dev.haetae.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.haetae.system.SpanReceiver.Received;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A submission leaves one trace, from the call that handed it in to the transaction that stored its verdict. */
class TraceIT {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final String API = "haetae-api";
    private static final String WORKER = "haetae-judge-worker";

    private final Client admin = RunningSystem.get().admin();
    private final SpanReceiver collector = RunningSystem.get().spans();

    @Test
    void walksThroughTheBrokerToEachTestAndBack() {
        String id = admin.submit("hello", "c", "int main(void) { return 3; /* a secret */ }");
        int tests = Waiting.untilDone(admin, id).get("tests").size();
        await().atMost(SOON)
                .until(
                        () -> collector.of(id).stream().map(Received::name).toList(),
                        names -> names.containsAll(
                                List.of("POST /api/v1/problems/{slug}/submissions", "judge", "finalise")));

        List<Received> trace = collector.of(id);
        Received post = only(trace, API, "POST /api/v1/problems/{slug}/submissions", "");
        Received publish = only(trace, API, "publish judge request", post.id());
        Received judge = only(trace, WORKER, "judge", publish.id());
        only(trace, WORKER, "fetch", judge.id());
        Received compile = only(trace, WORKER, "compile", judge.id());
        Received report = only(trace, WORKER, "report", judge.id());
        Received finalise = only(trace, API, "finalise", report.id());
        assertThat(named(trace, "test"))
                .hasSize(tests)
                .allMatch(test -> test.parent().equals(judge.id()));
        assertThat(named(trace, "run"))
                .extracting(Received::parent)
                .containsExactlyInAnyOrderElementsOf(
                        named(trace, "test").stream().map(Received::id).toList());
        assertThat(named(trace, "compiler")).allMatch(run -> run.parent().equals(compile.id()));
        assertThat(judge.attributes()).containsEntry("haetae.submission.id", id).containsEntry("haetae.language", "c");
        assertThat(finalise.attributes()).containsEntry("haetae.verdict", "RUNTIME_ERROR");
        assertThat(trace.toString()).doesNotContain("a secret");
    }

    private static Received only(List<Received> trace, String service, String name, String parent) {
        assertThat(named(trace, name)).singleElement().satisfies(span -> {
            assertThat(span.service()).isEqualTo(service);
            assertThat(span.parent()).isEqualTo(parent);
        });
        return named(trace, name).getFirst();
    }

    private static List<Received> named(List<Received> trace, String name) {
        return trace.stream().filter(span -> span.name().equals(name)).toList();
    }
}
